# expects: died-at-load
import os
os._exit(0)
