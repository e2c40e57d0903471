#!/usr/bin/python3
"""Counts the tests in Meson's logs and tells what went wrong.

usage: summary.py LOG.json ...

A program that speaks TAP counts each of its tests, any other counts as one; one that crashed or
ran out of time counts as failed, beside those of its tests that passed. What was skipped is named
and counts as neither. The last line is "N passed, N failed".
"""
import json
import re
import sys

POINT = re.compile(r'^( *)(not )?ok\b[ \d]*-? ?([^#]*)(# *(SKIP|TODO)\b *(.*))?', re.I)
SHOWN_LINES = 40


def points(output):
    """The tests in a program's TAP: (good, name, directive, reason); not the sums of subtests."""
    depth = 0
    for line in output.splitlines():
        match = POINT.match(line)
        if match is None:
            continue
        above, depth = depth, len(match[1])
        if depth >= above:
            yield match[2] is None, match[3].strip(), (match[5] or '').upper(), match[6] or ''


def tail(text):
    return '\n'.join('    ' + line for line in text.strip().splitlines()[-SHOWN_LINES:])


class Summary:
    def __init__(self):
        self.passed = self.failed = 0

    def fail(self, what, output=''):
        self.failed += 1
        print('FAILED', what)
        if output.strip():
            print(tail(output))

    def add_points(self, program, output):
        """Counts a TAP program's tests; gives how many failed."""
        before = self.failed
        for good, name, directive, reason in points(output):
            if directive == 'SKIP':
                print(f'skipped {program}: {name} {reason}'.rstrip())
            elif good or directive == 'TODO':
                self.passed += 1
            else:
                self.fail(f'{program}: {name}')
        return self.failed - before

    def add(self, test):
        """Counts one program of Meson's log."""
        program, result = test['name'].split(' / ')[-1], test['result']
        output, complaints = test.get('stdout') or '', test.get('stderr') or ''
        if result == 'SKIP' and not any(True for _ in points(output)):
            print(f'skipped {program}:', (output + complaints).strip().split('\n')[-1])
        elif any(True for _ in points(output)):
            bad = self.add_points(program, output)
            if result not in ('OK', 'SKIP', 'EXPECTEDFAIL') and bad == 0:
                self.fail(f'{program}: {result.lower()}')
            if result not in ('OK', 'SKIP', 'EXPECTEDFAIL'):
                print(tail(output + complaints))
        elif result in ('OK', 'EXPECTEDFAIL'):
            self.passed += 1
        else:
            self.fail(f'{program}: {result.lower()}', output + complaints)


def main(paths):
    summary = Summary()
    for path in paths:
        try:
            with open(path, encoding='utf-8') as log:
                for line in log:
                    summary.add(json.loads(line))
        except FileNotFoundError:
            summary.fail(f'{path}: the suite did not run')
    print(f'{summary.passed} passed, {summary.failed} failed')
    return 1 if summary.failed or not summary.passed else 0


if __name__ == '__main__':
    sys.exit(main(sys.argv[1:]))
