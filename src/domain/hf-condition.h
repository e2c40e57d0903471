#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* In this order "and" is the smaller and "or" the larger of two. */
typedef enum
{
  HF_TRUTH_FALSE,
  HF_TRUTH_UNKNOWN, /* a question that it asks about is still to come */
  HF_TRUTH_TRUE,
} HfTruth;

typedef enum
{
  HF_TEST_EQUAL,
  HF_TEST_NOT_EQUAL,
  HF_TEST_INCLUDES,
  HF_TEST_AT_LEAST,
  HF_TEST_AT_MOST,
  HF_TEST_MORE,
  HF_TEST_LESS,
} HfTest;

/* When a question shows: what a guide's "when" says. */
typedef struct _HfCondition HfCondition;

/* Tells whether a question is answered (and sets its value), may still be, or never will. */
typedef HfTruth (*HfConditionLookup) (const char *question, const char **value, gpointer data);

typedef gboolean (*HfConditionVisit) (const char *question, HfTest test, const char *value,
                                      gpointer data);

HfCondition *hf_condition_parse (const char *text);
HfTruth hf_condition_evaluate (const HfCondition *self, HfConditionLookup lookup,
                               gpointer data);
gboolean hf_condition_visit (const HfCondition *self, HfConditionVisit visit, gpointer data);
void hf_condition_free (HfCondition *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (HfCondition, hf_condition_free)

G_END_DECLS
