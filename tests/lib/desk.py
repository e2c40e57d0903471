"""Drives the whole program as a person does, and looks at it as a screen reader does.

    with Desk() as desk:
        program = desk.start(['build/src/huifang', '--database', 'x.huifang'])
        desk.key('F5')
        desk.wait_for_words('1 / 26')

A desk has an X server, a window manager, a session bus and an accessibility bus of its own; what
is on the screen that the tests were started from is never touched. There is one desk to a process,
because the accessibility library keeps its first bus. Nothing waits for a length of time: everything
waits until something is so. A keeper ends it all where the test is killed.
"""
import contextlib
import os
import pathlib
import shutil
import signal
import subprocess
import sys
import tempfile
import time
import traceback

from keeper import Keeper
from noon import set_noon

# The accessibility library warns of things that are no fault of the program's, so that warnings
# may end the program but never this process.
os.environ.pop('G_DEBUG', None)
set_noon()

PATIENCE = 60
PAUSE = 0.05
FIRST_DISPLAY = 1000
# So long a pressed key may take to move the keyboard, before it is taken to have moved it onto
# something that GTK tells nothing of; and so often a key is pressed until it stands where it shall.
EFFECT = 5
MOST_PRESSES = 60
TOOLS = ('Xvfb', 'openbox', 'xdotool', 'dbus-daemon', 'import')
LAUNCHERS = ('/usr/libexec/at-spi-bus-launcher', '/usr/lib/at-spi2-core/at-spi-bus-launcher',
             '/usr/lib/at-spi-bus-launcher')


def missing():
    """What is not installed, in words; '' where everything is."""
    absent = [tool for tool in TOOLS if shutil.which(tool) is None]
    if not any(map(os.path.exists, LAUNCHERS)):
        absent.append('at-spi2-core')
    try:
        import pyatspi  # noqa: F401
    except Exception:
        absent.append('python3-pyatspi')
    return ', '.join(absent)


def wait_until(condition, what, patience=PATIENCE):
    """Gives what the condition gives as soon as that is something."""
    end = time.monotonic() + patience
    while True:
        with contextlib.suppress(Exception):
            found = condition()
            if found:
                return found
        if time.monotonic() > end:
            raise TimeoutError(f'waited in vain for {what}')
        time.sleep(PAUSE)


class Desk:
    def __init__(self, size='1280x800', language='en', dark=False):
        self.size, self.language, self.dark = size, language, dark
        self.children, self.program, self.atspi, self.folder = [], None, None, None

    def __enter__(self):
        self.keeper = Keeper('hf-desk-')
        self.home = self.keeper.folder
        os.environ.update(self._environment())
        os.environ['DISPLAY'] = self._start_display()
        os.environ['DBUS_SESSION_BUS_ADDRESS'] = self._start_bus()
        launcher = next(filter(os.path.exists, LAUNCHERS))
        self._spawn([launcher, '--launch-immediately'])
        self._spawn(['openbox'])
        wait_until(self._has_window_manager, 'the window manager')
        wait_until(self._has_accessibility, 'the accessibility bus')
        import pyatspi
        self.atspi = pyatspi
        return self

    def __exit__(self, *exception):
        self.kill()
        for child in reversed(self.children):
            child.terminate()
            with contextlib.suppress(subprocess.TimeoutExpired):
                child.wait(5)
        self.keeper.close()

    def _environment(self):
        folder = pathlib.Path(self.home)
        (folder / 'run').mkdir(mode=0o700)
        return {
            'HOME': self.home, 'XDG_CONFIG_HOME': f'{self.home}/config',
            'XDG_DATA_HOME': f'{self.home}/data', 'XDG_CACHE_HOME': f'{self.home}/cache',
            'XDG_RUNTIME_DIR': f'{self.home}/run', 'LANGUAGE': self.language,
            'LC_ALL': 'C.UTF-8', 'GDK_BACKEND': 'x11', 'GSK_RENDERER': 'cairo',
            'GTK_A11Y': 'atspi', 'NO_AT_BRIDGE': '0', 'GSETTINGS_BACKEND': 'memory',
            'GDK_DEBUG': 'no-portals', 'ADW_DISABLE_PORTAL': '1', 'G_MESSAGES_DEBUG': 'hf-app',
            'ADW_DEBUG_COLOR_SCHEME': 'prefer-dark' if self.dark else 'default',
        }

    def _spawn(self, command, **options):
        options = {'stdout': subprocess.DEVNULL, 'stderr': subprocess.DEVNULL, **options}
        child = subprocess.Popen(command, process_group=self.keeper.group, **options)
        self.children.append(child)
        return child

    def _start_display(self):
        reader, writer = os.pipe()
        # Of servers that look for a number themselves, two may find the same.
        display = f':{FIRST_DISPLAY + os.getpid()}'
        self._spawn(['Xvfb', display, '-displayfd', str(writer), '-screen', '0', self.size + 'x24',
                     '-nolisten', 'tcp', '-noreset'], pass_fds=[writer])
        os.close(writer)
        with os.fdopen(reader) as pipe:
            return ':' + pipe.readline().strip()

    def _start_bus(self):
        bus = self._spawn(['dbus-daemon', '--session', '--nofork', '--print-address'],
                          stdout=subprocess.PIPE, text=True)
        return bus.stdout.readline().strip()

    @staticmethod
    def _has_window_manager():
        return subprocess.run(['xdotool', 'get_num_desktops'], check=False,
                              capture_output=True).returncode == 0

    @staticmethod
    def _has_accessibility():
        from gi.repository import Gio
        bus = Gio.bus_get_sync(Gio.BusType.SESSION)
        return bus.call_sync('org.a11y.Bus', '/org/a11y/bus', 'org.a11y.Bus', 'GetAddress', None,
                             None, 0, 2000, None)

    def new_folder(self):
        """An empty folder for the files of one test."""
        self.folder = tempfile.mkdtemp(dir=self.home)
        return self.folder

    def start(self, command):
        """Starts the program and waits for its window."""
        self.log = open(f'{self.home}/log', 'a', encoding='utf-8')
        self.program = subprocess.Popen(command, stdout=self.log, stderr=self.log,
                                        process_group=self.keeper.group,
                                        env={**os.environ, 'G_DEBUG': 'fatal-criticals'})
        wait_until(lambda: self.application().childCount, 'the window')
        return self.program

    def kill(self, how=signal.SIGKILL):
        """Ends the program, by default without a warning."""
        if self.program is not None:
            self.program.send_signal(how)
            self.program.wait()
            self.program = None

    def application(self):
        """The program as a screen reader sees it."""
        if self.program.poll() is not None:
            raise SystemExit(f'the program ended with {self.program.returncode}\n' + self.said())
        for application in self.atspi.Registry.getDesktop(0):
            if application and application.get_process_id() == self.program.pid:
                return application
        return None

    def said(self):
        """What the program wrote to its standard output and error."""
        return pathlib.Path(f'{self.home}/log').read_text(encoding='utf-8')

    def hear(self, words):
        """Waits until the program has said something in passing, which it may be long over."""
        return wait_until(lambda: f'Says: {words}' in self.said(), f'the message “{words}”')

    def walk(self, top=None):
        """Everything that is visible, from the outside in; a stack's hidden pages are among it,
        because GTK tells no difference."""
        top = top or self.application()
        application = top.getRoleName() == 'application'
        if not application and not top.getState().contains(self.atspi.STATE_VISIBLE):
            return
        yield top
        for index in range(top.childCount):
            child = top.getChildAtIndex(index)
            if child is not None:
                yield from self.walk(child)

    def find(self, name, role=None):
        """Something that is visible, by a part of its name; None where there is none."""
        for item in self.walk():
            if name in (item.name or '') and role in (None, item.getRoleName()):
                return item
        return None

    def wait_for_words(self, words, role=None):
        return wait_until(lambda: self.find(words, role), f'the words “{words}”')

    def wait_until_gone(self, words, role=None):
        return wait_until(lambda: self.find(words, role) is None, f'“{words}” to go')

    def focused(self):
        """What has the keyboard; None where nothing has."""
        for item in self.walk():
            if item.getState().contains(self.atspi.STATE_FOCUSED):
                return item
        return None

    def wait_for_keyboard(self, role):
        """Until something of that kind has the keyboard."""
        def has_it():
            item = self.focused()
            return item is not None and item.getRoleName() == role
        wait_until(has_it, f'the keyboard on a {role}')

    def go_to(self, key, name, role='list item'):
        """Presses a key until the keyboard stands on something, by a part of its name. Whether it
        does is looked at anew after each press, once that has had its effect."""
        self.wait_for_words(name, role)
        for _ in range(MOST_PRESSES):
            before = self.focused()
            if before is not None and name in (before.name or '') and role in (
                    None, before.getRoleName()):
                return
            self.key(key)
            with contextlib.suppress(TimeoutError):
                wait_until(lambda was=before: self.focused() != was, 'the key', EFFECT)
        raise TimeoutError(f'the keyboard does not come to “{name}”')

    def _has_keyboard(self):
        application = self.application()
        newest = application.getChildAtIndex(application.childCount - 1)
        focused = subprocess.run(['xdotool', 'getwindowfocus', 'getwindowname'], check=True,
                                 capture_output=True, text=True).stdout
        return focused.strip() == newest.name

    def _wait_for_window(self):
        """What is typed goes to the window that came last, but not before the display gives it the
        keyboard; and to the one below once it is closed."""
        wait_until(self._has_keyboard, 'the keyboard in the window')

    def key(self, *keys):
        self._wait_for_window()
        subprocess.run(['xdotool', 'key', '--clearmodifiers', *keys], check=True)

    def type(self, words):
        self._wait_for_window()
        subprocess.run(['xdotool', 'type', '--delay', '12', words], check=True)

    @staticmethod
    def picture(path):
        subprocess.run(['import', '-window', 'root', str(path)], check=True)

    def watch_notifications(self):
        """Takes the desktop's notifications from now on."""
        self.notifications = pathlib.Path(self.home) / 'notifications'
        script = pathlib.Path(__file__).parent / 'notifications.py'
        self._spawn([sys.executable, str(script), str(self.notifications)])
        self.wait_for_notification('ready')

    def wait_for_notification(self, line):
        """Until one was shown ("+ Call Wang") or taken away ("- Call Wang"), by how it begins."""
        wait_until(lambda: any(said.startswith(line) for said in self.notifications.read_text(
            encoding='utf-8').split('\n')), f'the notification “{line}”')

    @staticmethod
    def press_notification(label):
        """Presses a button of the notification that was shown last."""
        from gi.repository import Gio, GLib
        name = 'org.freedesktop.Notifications'
        bus = Gio.bus_get_sync(Gio.BusType.SESSION)
        bus.call_sync(name, '/org/freedesktop/Notifications', name, 'Press', GLib.Variant('(s)', (label,)),
                      None, 0, 20000, None)

    def dump(self):
        """What shows, line by line, for when something went wrong."""
        lines = []
        with contextlib.suppress(Exception):
            lines = [f'{item.getRoleName()}: {item.name}' for item in self.walk() if item.name]
        return '\n'.join(lines)


def tell_failure(desk, test, folder):
    """What is known of a failure, as comments of TAP, with a picture of the screen."""
    for line in (traceback.format_exc() + desk.dump() + '\n' + desk.said()).split('\n'):
        print('#', line)
    with contextlib.suppress(Exception):
        picture = pathlib.Path(folder) / f'{test.__name__}.png'
        desk.picture(picture)
        print(f'# picture: {picture}', flush=True)


def run_tests(tests, folder=None):
    """Runs functions that take a desk, each with a program and a folder of its own, and says in
    TAP how they went. Where one fails, a picture of the screen is kept in the folder."""
    absent = missing()
    if absent:
        print(f'1..0 # SKIP not installed: {absent}')
        return 1 if os.environ.get('CI') == 'true' else 0
    failed = 0
    print(f'1..{len(tests)}')
    with Desk() as desk:
        for number, test in enumerate(tests, 1):
            name = test.__name__.replace('_', ' ')
            try:
                desk.new_folder()
                test(desk)
                print(f'ok {number} - {name}', flush=True)
            except BaseException:
                failed += 1
                print(f'not ok {number} - {name}', flush=True)
                tell_failure(desk, test, folder or tempfile.gettempdir())
            desk.kill()
    return 1 if failed else 0


def quit_with(status):
    """Ends at once: a half-open accessibility connection must not keep the test."""
    sys.stdout.flush()
    os._exit(status)
