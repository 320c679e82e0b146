#pragma once
#include <microhttpd.h>
#include <string.h>

// Called with the raw address before it is taken apart; what it returns belongs to the request.
typedef void *(*khamrong_began)(void *cls, const char *uri, struct MHD_Connection *connection);

// MHD would decode percent escapes in place and loosely; we read the raw address ourselves.
static inline size_t khamrong_leave_escaped(void *cls, struct MHD_Connection *connection,
                                            char *text) {
  (void)cls;
  (void)connection;
  return strlen(text);
}

// Swift cannot call variadic functions. Numbers go in as an array, functions typed.
static inline struct MHD_Daemon *khamrong_start_daemon(
    unsigned int flags, void *cls, MHD_AccessHandlerCallback arrived, khamrong_began began,
    MHD_RequestCompletedCallback ended, MHD_NotifyConnectionCallback linked,
    const struct MHD_OptionItem *numbers) {
  return MHD_start_daemon(
      flags, 0, NULL, NULL, arrived, cls, MHD_OPTION_URI_LOG_CALLBACK, began, cls,
      MHD_OPTION_NOTIFY_COMPLETED, ended, cls, MHD_OPTION_NOTIFY_CONNECTION, linked, cls,
      MHD_OPTION_UNESCAPE_CALLBACK, khamrong_leave_escaped, NULL, MHD_OPTION_ARRAY, numbers,
      MHD_OPTION_END);
}

// Variadic too, though it is always called without further arguments.
static inline const union MHD_ConnectionInfo *khamrong_connection_info(
    struct MHD_Connection *connection, enum MHD_ConnectionInfoType type) {
  return MHD_get_connection_info(connection, type);
}

// A macro with a cast, which is not imported.
static inline uint64_t khamrong_size_unknown(void) { return MHD_SIZE_UNKNOWN; }

// Values of a content reader, macros with casts.
static inline ssize_t khamrong_end_of_stream(void) {
  return MHD_CONTENT_READER_END_OF_STREAM;
}
static inline ssize_t khamrong_end_with_error(void) {
  return MHD_CONTENT_READER_END_WITH_ERROR;
}
