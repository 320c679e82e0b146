#pragma once
#include <libxml/xmlversion.h>
// Debian's libxml2 names ICU's types in a struct that we never touch, and ICU's headers clash with
// the copy of ICU inside Foundation.
#undef LIBXML_ICU_ENABLED
#include <libxml/SAX2.h>
#include <libxml/parser.h>
