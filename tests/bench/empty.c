/* A library with nothing in it: what loading costs in any case. */
int bench_empty(void);

int bench_empty(void)
{
    return 0;
}
