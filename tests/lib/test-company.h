#pragma once

#include "hf-store.h"

G_BEGIN_DECLS

#define TEST_COMPANY_CUSTOMERS 40
#define TEST_COMPANY_LOST 10
#define TEST_COMPANY_COMPLAINTS 4

HfStore *test_company_new (const char *path);

G_END_DECLS
