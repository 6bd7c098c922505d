# Sourced by train.sh: the settings that make a CPU train at its speed.
# OpenBLAS picks its own kernel; glibc keeps large blocks instead of giving each one back to the system and faulting
# it in again, which costs more than the arithmetic on it.
unset OPENBLAS_CORETYPE OPENBLAS_L2_SIZE
export MALLOC_MMAP_THRESHOLD_=4294967296 MALLOC_TRIM_THRESHOLD_=17179869184 MALLOC_TOP_PAD_=268435456
export PYTHONUNBUFFERED=1 PYTHONHASHSEED=0
