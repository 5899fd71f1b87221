# expects: timed-out-at-load
import sys
def hook(event, arguments):
    while event != 'compile': pass
sys.addaudithook(hook)
open('answer.py')
