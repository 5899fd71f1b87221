# expects: died
import signal
def softmax(x, axis=-1): signal.raise_signal(signal.SIGKILL)
