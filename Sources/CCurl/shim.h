#pragma once
// The check of argument types is a macro that Swift cannot see; these functions are typed instead.
#define CURL_DISABLE_TYPECHECK
#include <curl/curl.h>

// `curl_easy_setopt` and `curl_easy_getinfo` take any argument, which Swift cannot call.

static inline CURLcode khamrong_curl_set_long(CURL *handle, CURLoption option, long value) {
  return curl_easy_setopt(handle, option, value);
}

static inline CURLcode khamrong_curl_set_size(CURL *handle, CURLoption option, curl_off_t value) {
  return curl_easy_setopt(handle, option, value);
}

// curl copies the text.
static inline CURLcode khamrong_curl_set_text(CURL *handle, CURLoption option, const char *value) {
  return curl_easy_setopt(handle, option, value);
}

// curl does not copy the list: it must live as long as the transfer.
static inline CURLcode khamrong_curl_set_list(CURL *handle, CURLoption option,
                                              struct curl_slist *value) {
  return curl_easy_setopt(handle, option, value);
}

typedef size_t (*khamrong_curl_read)(char *buffer, size_t size, size_t count, void *context);

static inline CURLcode khamrong_curl_set_read(CURL *handle, khamrong_curl_read read,
                                              void *context) {
  CURLcode code = curl_easy_setopt(handle, CURLOPT_READFUNCTION, read);
  return code ? code : curl_easy_setopt(handle, CURLOPT_READDATA, context);
}

typedef size_t (*khamrong_curl_write)(char *bytes, size_t size, size_t count, void *context);

static inline CURLcode khamrong_curl_set_write(CURL *handle, khamrong_curl_write write,
                                               void *context) {
  CURLcode code = curl_easy_setopt(handle, CURLOPT_WRITEFUNCTION, write);
  return code ? code : curl_easy_setopt(handle, CURLOPT_WRITEDATA, context);
}

// Tells every line of an answer's header.
static inline CURLcode khamrong_curl_set_header(CURL *handle, khamrong_curl_write write,
                                                void *context) {
  CURLcode code = curl_easy_setopt(handle, CURLOPT_HEADERFUNCTION, write);
  return code ? code : curl_easy_setopt(handle, CURLOPT_HEADERDATA, context);
}

static inline CURLcode khamrong_curl_get_long(CURL *handle, CURLINFO info, long *value) {
  return curl_easy_getinfo(handle, info, value);
}

static inline CURLcode khamrong_curl_get_size(CURL *handle, CURLINFO info, curl_off_t *value) {
  return curl_easy_getinfo(handle, info, value);
}

typedef int (*khamrong_curl_trace)(CURL *handle, curl_infotype kind, char *bytes, size_t count,
                                   void *context);

// Tells every line that is sent and received, and nothing is printed.
static inline CURLcode khamrong_curl_set_trace(CURL *handle, khamrong_curl_trace trace,
                                               void *context) {
  CURLcode code = curl_easy_setopt(handle, CURLOPT_DEBUGFUNCTION, trace);
  if (!code) code = curl_easy_setopt(handle, CURLOPT_DEBUGDATA, context);
  return code ? code : curl_easy_setopt(handle, CURLOPT_VERBOSE, 1L);
}
