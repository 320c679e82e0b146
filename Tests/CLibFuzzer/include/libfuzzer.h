#pragma once
#include <stddef.h>
#include <stdint.h>

/* The driver in libclang_rt.fuzzer_no_main: runs `one` on ever new inputs until told to stop by
 * the options in `argv`. SwiftPM cannot link the usual LLVMFuzzerTestOneInput form. */
int LLVMFuzzerRunDriver(int *argc, char ***argv, int (*one)(const uint8_t *data, size_t size));
