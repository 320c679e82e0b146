#pragma once
#include <xlsxwriter.h>
#include <sys/syscall.h>
#include <unistd.h>

// C libraries declare memfd_create for GNU sources only, which a module is not.
static inline int khamrong_memory_file(const char *name) {
    return (int)syscall(SYS_memfd_create, name, 1u /* MFD_CLOEXEC */);
}
