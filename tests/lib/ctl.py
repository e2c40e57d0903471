"""What the tests of huifangctl share: running it, speaking TAP, and reading a workbook."""
import contextlib
import hashlib
import os
import pathlib
import re
import sqlite3
import subprocess
import sys
import traceback
import xml.etree.ElementTree
import zipfile

from keeper import Keeper
from server import Missing, Server

DONE, FINDINGS, WRONG_USE, FAILED = 0, 1, 2, 3
MAIN = '{http://schemas.openxmlformats.org/spreadsheetml/2006/main}'


class Skip(Exception):
    """What a test needs is not there."""


class Desk:
    """A folder of its own, with the program."""

    def __init__(self, program):
        self.program = program
        self.keeper = Keeper('hf-ctl-')
        self.folder = pathlib.Path(self.keeper.folder)
        self.database = self.folder / 'shop.huifang'

    def close(self):
        self.keeper.close()

    def run(self, *arguments, status=DONE, database=None, language='en', listed=False, under=(),
            **options):
        """Runs a command on the database; what could not be done is said in one line, and what stands in
        its way is listed only where the command is made for that. It may run under another command."""
        environment = dict(os.environ, LANGUAGE=language, XDG_DATA_HOME=str(self.folder / 'data'))
        command = [*under, self.program, '--database', str(database or self.database)]
        result = subprocess.run(command + [str(a) for a in arguments], capture_output=True,
                                text=True, env=environment, timeout=120, **options)
        said = f'{arguments}: {result.returncode} {result.stdout[:500]} {result.stderr}'
        assert result.returncode == status, said
        if status in (WRONG_USE, FAILED):
            assert result.stderr.startswith('huifangctl: '), said
            assert result.stderr.count('\n') == 1 and result.stderr.endswith('\n'), said
            assert bool(result.stdout) == listed, said
        else:
            assert result.stderr == '', said
        return result

    def write(self, name, content):
        path = self.folder / name
        path.write_bytes(content if isinstance(content, bytes) else content.encode())
        return path

    def init(self, *arguments):
        self.run('init', *arguments)

    def query(self, sql):
        """The rows of a statement, behind the program's back."""
        with contextlib.closing(sqlite3.connect(self.database)) as connection, connection:
            return connection.execute(sql).fetchall()

    def count(self, table):
        return self.query(f'SELECT count(*) FROM {table}')[0][0]

    def files(self):
        """What is in the folder, byte for byte."""
        return {path.name: hashlib.sha256(path.read_bytes()).hexdigest()
                for path in self.folder.iterdir() if path.is_file()}


class ServerDesk(Desk):
    """The same with its database on a server."""

    server = None

    def __init__(self, program):
        super().__init__(program)
        ServerDesk.server = ServerDesk.server or Server()
        self.database = self.server.new_database()

    def query(self, sql):
        if sql.startswith('SELECT'):
            return self.server.query(sql, self.database)
        return self.server.execute(sql, self.database)


def many_customers(count):
    lines = ['code,name,phone,status']
    lines += [f'K{i:06},王炳泉,160{i:08},{"lost" if i % 5 == 0 else "active"}' for i in range(count)]
    return '\n'.join(lines) + '\n'


def read_workbook(path):
    """The sheets of a workbook: name -> rows of texts and numbers."""
    with zipfile.ZipFile(path) as package:
        def parse(name):
            return xml.etree.ElementTree.fromstring(package.read(name))

        def text_of(element):
            return ''.join(part.text or '' for part in element.iter(MAIN + 't'))

        shared = []
        if 'xl/sharedStrings.xml' in package.namelist():
            shared = [text_of(item) for item in parse('xl/sharedStrings.xml')]

        def value_of(cell):
            if cell.get('t') == 'inlineStr':
                return text_of(cell)
            value = cell.find(MAIN + 'v')
            if value is None or value.text is None:
                return ''
            if cell.get('t') == 's':
                return shared[int(value.text)]
            return value.text if cell.get('t') == 'str' else float(value.text)

        names = [sheet.get('name') for sheet in parse('xl/workbook.xml').iter(MAIN + 'sheet')]
        return {name: [[value_of(cell) for cell in row]
                       for row in parse(f'xl/worksheets/sheet{number}.xml').iter(MAIN + 'row')]
                for number, name in enumerate(names, 1)}


def charts(path, sheet=None):
    """The charts of a workbook, or of one of its sheets, by the names of their parts."""
    with zipfile.ZipFile(path) as package:
        if sheet is None:
            return [name for name in package.namelist() if name.startswith('xl/charts/chart')]
        names = [item.get('name') for item in xml.etree.ElementTree.fromstring(
            package.read('xl/workbook.xml')).iter(MAIN + 'sheet')]
        links = f'xl/worksheets/_rels/sheet{names.index(sheet) + 1}.xml.rels'
        if links not in package.namelist():
            return []
        return re.findall(r'drawings/drawing\d+\.xml', package.read(links).decode())


def main(tests):
    """Runs the tests, each on a desk of its own, and speaks TAP."""
    program = sys.argv[1]
    make_desk = ServerDesk if os.environ.get('HUIFANG_TEST_ENGINE') == 'pgsql' else Desk
    if make_desk is ServerDesk:
        try:
            ServerDesk.server = Server()
        except Missing as reason:
            print(f'1..0 # SKIP {reason}')
            sys.exit(0)
    print(f'1..{len(tests)}')
    failed = 0
    for number, test in enumerate(tests, 1):
        name = test.__name__.removeprefix('test_').replace('_', '-')
        desk = make_desk(program)
        try:
            test(desk)
            print(f'ok {number} {name}', flush=True)
        except Skip as reason:
            print(f'ok {number} {name} # SKIP {reason}', flush=True)
        except Exception:
            failed += 1
            for line in traceback.format_exc().splitlines():
                print('#', line)
            print(f'not ok {number} {name}', flush=True)
        finally:
            desk.close()
    if ServerDesk.server is not None:
        ServerDesk.server.close()
    sys.exit(1 if failed else 0)
