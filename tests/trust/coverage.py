"""What gcovr counted of lib/, in one line: coverage.py FILE.json ROOT

Fails below 100 %. With GAPS in the environment, each line that was not reached and
each line with a branch that was not taken is listed: `file:line: - text` and
`file:line: +-- text`, a sign for each of its branches; then what the file has in all.
"""
import json
import os
import pathlib
import re
import sys


def gaps_of(name, line, text):
    signs = ''.join('+' if branch['count'] else '-' for branch in line['branches'])
    if not line['count']:
        print(f"{name}:{line['line_number']}: - {text.strip()}")
    elif '-' in signs:
        print(f"{name}:{line['line_number']}: {signs} {text.strip()}")


def counts_of(lines):
    """Lines reached, lines, branches taken, branches."""
    branches = [branch for line in lines for branch in line['branches']]
    return [sum(line['count'] > 0 for line in lines), len(lines),
            sum(branch['count'] > 0 for branch in branches), len(branches)]


def said(counts):
    return 'lines {} of {}, branches {} of {}'.format(*counts)


def is_short(counts):
    return counts[0] < counts[1] or counts[2] < counts[3]


def uses_of_never(root):
    """Where SMET__NEVER stands, with the comment before it."""
    for path in sorted(root.glob('lib/**/*.[ch]')):
        lines = path.read_text(encoding='utf-8').splitlines()
        if path.name == 'never.h':
            continue
        for index, line in enumerate(lines):
            if 'SMET__NEVER(' in line:
                before = [text for text in lines[max(0, index - 4):index + 1] if 'Never: ' in text]
                reason = re.sub(r'.*Never: (.*?)( \*/)?$', r'\1', before[-1]) if before else ''
                yield f'{path.relative_to(root)}:{index + 1}: {reason}'


def main():
    root = pathlib.Path(sys.argv[2])
    total = [0] * 4
    for file in json.loads(pathlib.Path(sys.argv[1]).read_text(encoding='utf-8'))['files']:
        lines = [line for line in file['lines'] if not line.get('gcovr/noncode')]
        counts = counts_of(lines)
        total = [a + b for a, b in zip(total, counts)]
        if os.environ.get('GAPS') and is_short(counts):
            text = (root / file['file']).read_text(encoding='utf-8').splitlines()
            for line in lines:
                gaps_of(file['file'], line, text[line['line_number'] - 1])
            print(f"{file['file']}: {said(counts)}")
    uses = list(uses_of_never(root))
    print('\n'.join(f'defensive: {use}' for use in uses))
    print(f'{said(total)}, defensive {len(uses)}')
    unexplained = [use for use in uses if use.endswith(': ')]
    if unexplained:
        sys.exit('no reason is given: ' + ', '.join(unexplained))
    if is_short(total) or not total[1]:
        sys.exit('below 100 %')


if __name__ == '__main__':
    main()
