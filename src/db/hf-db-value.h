#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef enum
{
  HF_DB_NULL, /* of a type that the statement itself tells */
  HF_DB_INTEGER,
  HF_DB_REAL,
  HF_DB_TEXT,
} HfDbType;

/* A parameter of a statement; its text is borrowed until the statement has run. The type is
 * that of the column also where the value is NULL: PostgreSQL wants to know. */
typedef struct
{
  HfDbType type;
  gboolean is_null;
  gint64 integer;
  double real;
  const char *text;
} HfDbValue;

/* The two arguments, values and their number, that hf_db_query() and hf_db_execute() take. */
#define HF_DB_VALUES(...)                                                                      \
  ((const HfDbValue[]){ __VA_ARGS__ }),                                                        \
      (sizeof ((const HfDbValue[]){ __VA_ARGS__ }) / sizeof (HfDbValue))
#define HF_DB_NO_VALUES NULL, 0

HfDbValue hf_db_null (void);
HfDbValue hf_db_integer (gint64 value);
HfDbValue hf_db_real (double value);
HfDbValue hf_db_text (const char *value);
HfDbValue hf_db_amount (gint64 amount);
HfDbValue hf_db_reference (gint64 id);

G_END_DECLS
