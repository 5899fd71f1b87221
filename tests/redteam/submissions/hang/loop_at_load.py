# expects: timed-out-at-load
while True: pass
