#ifndef NOBAT_GUARD_H
#define NOBAT_GUARD_H
#include <glpk.h>
#endif
