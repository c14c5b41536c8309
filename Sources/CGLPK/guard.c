#include "nobat_guard.h"
