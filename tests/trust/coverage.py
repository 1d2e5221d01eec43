"""What gcovr counted of lib/, in one line: coverage.py FILE.json ROOT

Fails below 100 %. With GAPS in the environment, each line that was not reached and
each line with a branch that was not taken is listed: `file:line: - text` and
`file:line: +-- text`, a sign for each of its branches.
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
    total = {'lines': [0, 0], 'branches': [0, 0]}
    for file in json.loads(pathlib.Path(sys.argv[1]).read_text(encoding='utf-8'))['files']:
        text = (root / file['file']).read_text(encoding='utf-8').splitlines()
        for line in file['lines']:
            if line.get('gcovr/noncode'):
                continue
            total['lines'][0] += line['count'] > 0
            total['lines'][1] += 1
            total['branches'][0] += sum(branch['count'] > 0 for branch in line['branches'])
            total['branches'][1] += len(line['branches'])
            if os.environ.get('GAPS'):
                gaps_of(file['file'], line, text[line['line_number'] - 1])
    uses = list(uses_of_never(root))
    print('\n'.join(f'defensive: {use}' for use in uses))
    print(', '.join(f'{what} {taken} of {count}' for what, (taken, count) in total.items()) +
          f', defensive {len(uses)}')
    unexplained = [use for use in uses if use.endswith(': ')]
    if unexplained:
        sys.exit('no reason is given: ' + ', '.join(unexplained))
    if any(taken < count for taken, count in total.values()):
        sys.exit('below 100 %')


if __name__ == '__main__':
    main()
