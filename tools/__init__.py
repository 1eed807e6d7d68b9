"""What only maintainers run; none of it is in the wheel."""

# With these a second run of a notebook gives the same bytes. One thread,
# because the number of threads decides in which order numbers are added up.
ENVIRONMENT = {
    "OMP_NUM_THREADS": "1",
    "CNNCOURSE_SCALE": "quick",
    "MPLBACKEND": "agg",
    "PYTHONHASHSEED": "0",
    "SOURCE_DATE_EPOCH": "1767225600",  # 2026: Sphinx dates pages by it
    "TQDM_DISABLE": "1",
}
