#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* What became of promises that were due. Those that are open and not due yet are none of them.
 */
typedef struct
{
  char *name; /* (nullable): whose; NULL for nobody's */
  guint kept; /* in time */
  guint late; /* kept, but late */
  guint broken;
  guint open;     /* behind their deadline, still waited for */
  guint released; /* by the customer; count neither way */
} HfPromiseTally;

void hf_promise_tally_free (HfPromiseTally *self);
guint hf_promise_tally_due (const HfPromiseTally *self);
double hf_promise_tally_rate (const HfPromiseTally *self);

G_END_DECLS
