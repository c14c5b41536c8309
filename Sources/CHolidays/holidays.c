#include "nobat_holidays.h"

// The compiler knows #embed in every edition of C.
#pragma clang diagnostic ignored "-Wc23-extensions"

static const unsigned char text[] = {
#embed "holidays.txt"
};

const unsigned char *nobat_holidays(void) { return text; }

size_t nobat_holidays_length(void) { return sizeof text; }
