# shellcheck shell=sh
# What the findings share. Sourced, not run.

# in_folder: a temporary folder, gone at the end.
in_folder()
{
    folder=$(mktemp -d)
    trap 'rm -rf "$folder"' EXIT
    cd "$folder"
}

# python_with PACKAGE...: an environment of its own; `$python` runs in it.
python_with()
{
    in_folder
    python3 -m venv environment
    environment/bin/pip install --quiet --disable-pip-version-check "$@"
    python=environment/bin/python
}

# node_with PACKAGE...: modules of its own, for scripts in the folder.
node_with()
{
    in_folder
    npm init -y >/dev/null
    npm install --silent --no-audit --no-fund "$@"
}

# expect TEXT: prints what comes in, and ends with 1 where it is another text.
expect()
{
    seen=$(cat)
    printf '%s\n' "$seen"
    [ "$seen" = "$1" ] || {
        printf 'This has changed. Seen before:\n%s\n' "$1" >&2
        exit 1
    }
}
