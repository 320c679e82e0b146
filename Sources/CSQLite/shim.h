#pragma once
#include <sqlite3.h>

// `sqlite3_config` takes any arguments, which Swift cannot call.

static inline int khamrong_sqlite3_count_memory(int is_counted) {
  return sqlite3_config(SQLITE_CONFIG_MEMSTATUS, is_counted);
}
