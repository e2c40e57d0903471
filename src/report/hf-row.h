#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* How a cell's value is kept and shown. */
typedef enum
{
  HF_CELL_EMPTY,
  HF_CELL_TEXT,
  HF_CELL_CODE, /* a text of digits that must stay a text: a phone, a customer code */
  HF_CELL_INTEGER,
  HF_CELL_NUMBER,
  HF_CELL_AMOUNT,  /* thousandths */
  HF_CELL_MONEY,   /* in the currency */
  HF_CELL_DATE,    /* YYYY-MM-DD */
  HF_CELL_MOMENT,  /* microseconds since 1970, UTC */
  HF_CELL_PERCENT, /* 0.25 is 25 % */
} HfCellKind;

#define HF_CELL_N_KINDS (HF_CELL_PERCENT + 1)

typedef struct
{
  HfCellKind kind;
  char *text;     /* of a text, a code or a date */
  gint64 whole;   /* of an integer, an amount or a moment */
  double real;    /* of a number, money or a percent */
  char *formula;  /* NULL, or what a spreadsheet works out again; the value is its result */
  char *target;   /* NULL, or the place in the workbook that the cell leads to */
  gboolean muted; /* says that nothing is known, or where something comes from */
  gboolean left;  /* stands at the left, as a text does */
} HfCell;

/* The cells of one row, from left to right. */
typedef struct _HfRow HfRow;

HfRow *hf_row_new (void);
void hf_row_free (HfRow *self);
void hf_row_clear (HfRow *self);
guint hf_row_count (const HfRow *self);
const HfCell *hf_row_get (const HfRow *self, guint column);

void hf_row_add_empty (HfRow *self);
void hf_row_add_text (HfRow *self, const char *text);
void hf_row_take_text (HfRow *self, char *text);
void hf_row_take_muted (HfRow *self, char *text);
void hf_row_add_code (HfRow *self, const char *code);
void hf_row_add_integer (HfRow *self, gint64 value);
void hf_row_add_number (HfRow *self, double value);
void hf_row_add_amount (HfRow *self, gint64 thousandths);
void hf_row_add_money (HfRow *self, gint64 thousandths);
void hf_row_add_money_number (HfRow *self, double money);
void hf_row_add_date (HfRow *self, const char *date);
void hf_row_add_moment (HfRow *self, gint64 moment);
void hf_row_add_percent (HfRow *self, double share);
void hf_row_set_formula (HfRow *self, const char *formula);
void hf_row_set_left (HfRow *self);
void hf_row_set_muted (HfRow *self, gboolean muted);
void hf_row_set_target (HfRow *self, const char *target);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (HfRow, hf_row_free)

G_END_DECLS
