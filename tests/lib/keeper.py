"""Ends what a test started and removes its folder, whatever becomes of the test itself.

The keeper is a shell that waits for a word on its standard input, which just ends where the test
was killed. Processes that are started in its group end with it.
"""
import subprocess
import tempfile

SCRIPT = '''trap '' HUP INT TERM
read -r closed || { kill -TERM 0; sleep 0.5; }
rm -rf "$1"
kill -KILL 0'''


class Keeper:
    def __init__(self, prefix):
        self.folder = tempfile.mkdtemp(prefix=prefix)
        self.shell = subprocess.Popen(['/bin/sh', '-c', SCRIPT, 'sh', self.folder],
                                      stdin=subprocess.PIPE, stdout=subprocess.DEVNULL,
                                      stderr=subprocess.DEVNULL, process_group=0)

    @property
    def group(self):
        """For the argument "process_group" of what is started."""
        return self.shell.pid

    def close(self):
        self.shell.communicate(b'closed\n')
