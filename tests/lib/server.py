"""A PostgreSQL server of a test's own, from the script test-server."""
import contextlib
import glob
import os
import shutil
import subprocess


class Server:
    """Runs until the process ends that made it; stands still and goes on as the test wants."""

    def __init__(self, script):
        self.script = subprocess.Popen([script], stdin=subprocess.PIPE, stdout=subprocess.PIPE,
                                       text=True)
        self.string = self.ask('start')
        self.count = 0

    def ask(self, command):
        with contextlib.suppress(BrokenPipeError):
            print(command, file=self.script.stdin, flush=True)
        answer = self.script.stdout.readline().strip()
        if answer in ('failed', ''):
            raise SystemExit(f'the test server did not {command}')
        return answer

    def is_available(self):
        return self.string != 'none'

    def start(self):
        self.ask('start')

    def stop(self):
        self.ask('stop')

    def new_database(self):
        """Makes an empty database and gives a connection string for it."""
        self.count += 1
        name = f'desk_{self.count}'
        self.query(self.string, f'CREATE DATABASE {name} TEMPLATE template0')
        return f'{self.string} dbname={name}'

    @staticmethod
    def query(string, sql):
        """What psql says, a list of lines with the columns parted by bars."""
        found = glob.glob('/usr/lib/postgresql/*/bin/psql') + [shutil.which('psql')]
        said = subprocess.run([found[0], '--no-psqlrc', '-At', '-d', string, '-c', sql], check=True,
                              capture_output=True, text=True, env={**os.environ, 'PGPASSFILE': ''})
        return said.stdout.splitlines()


def skip():
    """Says that there is no server; the status, which is a failure in continuous integration."""
    print('1..0 # SKIP PostgreSQL is not installed')
    return 1 if os.environ.get('CI') else 0
