"""Runs `troth` in a terminal that is not its controlling one, so that no hang-up signal comes."""

import fcntl
import signal
import sys
import termios

if __name__ == "__main__":
    signal.signal(signal.SIGHUP, signal.SIG_IGN)
    fcntl.ioctl(sys.stdin.fileno(), termios.TIOCNOTTY)
    signal.signal(signal.SIGHUP, signal.SIG_DFL)
    from tui.cli.main import main

    sys.exit(main())
