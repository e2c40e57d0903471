"""A PostgreSQL server of a test's own: tests/lib/test-server, which ends with the test."""
import json
import os
import pathlib
import subprocess

SCRIPT = pathlib.Path(__file__).parent / 'test-server'


class Missing(Exception):
    """This machine has no PostgreSQL; continuous integration must have one."""


class Server:
    def __init__(self):
        self.process = subprocess.Popen([str(SCRIPT)], stdin=subprocess.PIPE,
                                        stdout=subprocess.PIPE, text=True, bufsize=1)
        self.databases = 0
        self.start()

    def _ask(self, command):
        try:
            self.process.stdin.write(command + '\n')
            self.process.stdin.flush()
        except BrokenPipeError:
            pass
        return self.process.stdout.readline().strip()

    def start(self):
        self.location = self._ask('start')
        if self.location == 'none' and 'CI' not in os.environ:
            raise Missing('there is no PostgreSQL')
        assert self.location.startswith('host='), self.location

    def stop(self):
        """Stops in order; clients are told."""
        assert self._ask('stop') == 'done'

    def close(self):
        self.process.stdin.close()
        self.process.wait()

    def new_database(self):
        """An empty database; gives its connection string."""
        self.databases += 1
        name = f'shop_{self.databases}'
        self.execute(f'CREATE DATABASE {name} TEMPLATE template0 STRATEGY file_copy', self.location)
        return f'{self.location} dbname={name}'

    @staticmethod
    def execute(sql, location):
        return subprocess.run(['psql', '--no-psqlrc', '--quiet', '--tuples-only', '--no-align',
                               '--set=ON_ERROR_STOP=1', '--dbname', location, '--command', sql],
                              check=True, capture_output=True, text=True).stdout

    @classmethod
    def query(cls, sql, location):
        """The rows of a SELECT, as tuples."""
        rows = cls.execute(f'SELECT row_to_json (r) FROM ({sql}) r', location)
        return [tuple(json.loads(row).values()) for row in rows.splitlines()]
