#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* What stands in the way of closing a complaint; with a reason it is closed nevertheless. */
typedef enum
{
  HF_CLOSING_FREE, /* somebody else asked, and the customer is satisfied */
  HF_CLOSING_NOBODY,
  HF_CLOSING_NO_CALLS,
  HF_CLOSING_NOT_ASKED,
  HF_CLOSING_NOT_SATISFIED,
  HF_CLOSING_BY_HANDLER,
} HfClosingLock;

const char *hf_closing_lock_words (HfClosingLock lock);
char *hf_closing_refusal_words (HfClosingLock lock);

G_END_DECLS
