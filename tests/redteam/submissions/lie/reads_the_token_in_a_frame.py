# expects: wrong-value
import sys, json, os, struct
def softmax(x, axis=-1):
    frame = sys._getframe()
    while frame:
        for place in (frame.f_locals, frame.f_globals):
            token = (place.get('message') or {}).get('token') if isinstance(place.get('message'), dict) else place.get('token')
            if token: raise SystemExit
        frame = frame.f_back
    return x
