#!/usr/bin/python3
"""What a desktop does with notifications, for tests: it takes them, writes down, a line each, what
was shown and what was taken away, and lets their buttons be pressed.

usage: notifications.py FILE

    desk.watch_notifications()
    desk.wait_for_notification('+ Call Wang')
    desk.press_notification('Call Now')
"""
import sys

from gi.repository import Gio, GLib

NAME, PATH = 'org.freedesktop.Notifications', '/org/freedesktop/Notifications'
INTERFACE = Gio.DBusNodeInfo.new_for_xml(f'''<node><interface name="{NAME}">
  <method name="Notify"><arg type="s"/><arg type="u"/><arg type="s"/><arg type="s"/><arg type="s"/>
    <arg type="as"/><arg type="a{{sv}}"/><arg type="i"/><arg type="u" direction="out"/></method>
  <method name="CloseNotification"><arg type="u"/></method>
  <method name="GetCapabilities"><arg type="as" direction="out"/></method>
  <method name="GetServerInformation"><arg type="s" direction="out"/><arg type="s" direction="out"/>
    <arg type="s" direction="out"/><arg type="s" direction="out"/></method>
  <method name="Press"><arg type="s"/></method>
  <signal name="NotificationClosed"><arg type="u"/><arg type="u"/></signal>
  <signal name="ActionInvoked"><arg type="u"/><arg type="s"/></signal>
</interface></node>''').interfaces[0]


class Server:
    def __init__(self, file):
        self.file, self.shown, self.buttons, self.last = file, {}, {}, 0

    def write(self, line):
        print(line, file=self.file, flush=True)

    def notify(self, values):
        number = values[1]
        if number == 0:
            self.last += 1
            number = self.last
        keys, labels = values[5][::2], values[5][1::2]
        self.buttons = {label: (number, key) for key, label in zip(keys, labels)}
        buttons = [label for label in labels if label]
        self.shown[number] = values[3]
        self.write(f'+ {values[3]} | {values[4]} | {" / ".join(buttons)}')
        return GLib.Variant('(u)', (number,))

    def press(self, bus, label):
        """Presses a button of the notification that was shown last, which goes away then by itself."""
        number, key = self.buttons[label]
        self.shown.pop(number, '')
        bus.emit_signal(None, PATH, NAME, 'ActionInvoked', GLib.Variant('(us)', (number, key)))
        bus.emit_signal(None, PATH, NAME, 'NotificationClosed', GLib.Variant('(uu)', (number, 2)))

    def on_call(self, bus, _sender, _path, _interface, method, values, call):
        if method == 'Notify':
            call.return_value(self.notify(values.unpack()))
        elif method == 'CloseNotification':
            self.write('- ' + self.shown.pop(values.unpack()[0], ''))
            call.return_value(None)
        elif method == 'Press':
            self.press(bus, values.unpack()[0])
            call.return_value(None)
        elif method == 'GetCapabilities':
            call.return_value(GLib.Variant('(as)', (['actions', 'body'],)))
        else:
            call.return_value(GLib.Variant('(ssss)', ('test', 'test', '1', '1.2')))


def main():
    with open(sys.argv[1], 'a', encoding='utf-8') as file:
        server = Server(file)
        Gio.bus_own_name(
            Gio.BusType.SESSION, NAME, Gio.BusNameOwnerFlags.NONE,
            lambda bus, _name: bus.register_object(PATH, INTERFACE, server.on_call, None, None),
            lambda _bus, _name: server.write('ready'), None)
        GLib.MainLoop().run()


if __name__ == '__main__':
    main()
