# expects: raised-at-load
import sys
sys.exit()
