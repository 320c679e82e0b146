#pragma once
#include <libxml/xmlversion.h>
// Debian's libxml2 names ICU's types in a struct that we never touch, and ICU's headers clash with
// the copy of ICU inside Foundation.
#undef LIBXML_ICU_ENABLED
#include <libxml/SAX2.h>
#include <libxml/parser.h>

// Swift cannot form a variadic callback. What it would be told also comes back as a code.
static inline void khamrong_xml_say_nothing(void *context, const char *format, ...) {
  (void)context;
  (void)format;
}

// Keeps libxml2 from writing to standard error on this thread.
static inline void khamrong_xml_be_quiet(void) {
  xmlSetGenericErrorFunc(0, khamrong_xml_say_nothing);
}
