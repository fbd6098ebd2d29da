"""The flat way: the same deeds as on the screens, as plain lines and one question at a time."""
