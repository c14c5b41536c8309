/// The table of the world's holidays, compiled into the program so that it needs no file beside it.

#ifndef NOBAT_HOLIDAYS_H
#define NOBAT_HOLIDAYS_H

#include <stddef.h>

/// The text of holidays.txt, UTF-8, without an end mark.
const unsigned char *_Nonnull nobat_holidays(void);

/// Its length in bytes.
size_t nobat_holidays_length(void);

#endif
