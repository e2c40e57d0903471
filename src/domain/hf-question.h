#pragma once

#include <glib-object.h>

#include "hf-choice.h"
#include "hf-condition.h"
#include "hf-speech.h"

G_BEGIN_DECLS

typedef enum
{
  HF_QUESTION_SAY,        /* nothing is asked; the value is HF_QUESTION_SAID */
  HF_QUESTION_CHOICE,     /* an option's id */
  HF_QUESTION_SEVERAL,    /* options' ids, in the guide's order, newlines between them */
  HF_QUESTION_SCALE,      /* a whole number from lowest to highest */
  HF_QUESTION_NUMBER,     /* as hf_amount_format() writes it */
  HF_QUESTION_MONEY,      /* the same */
  HF_QUESTION_DATE,       /* YYYY-MM-DD */
  HF_QUESTION_TEXT,       /* staff's words */
  HF_QUESTION_VERBATIM,   /* the customer's words, which can be coded */
  HF_QUESTION_REASONS,    /* codes of the codebook, the primary first, newlines between them */
  HF_QUESTION_COMPETITOR, /* a name */
  HF_QUESTION_PROMISE,    /* what was promised */
  HF_QUESTION_PAIR,       /* two whole numbers from lowest to highest, a newline between them */
  HF_QUESTION_REFERRAL,   /* a name, and after a newline a telephone number where it is known */
} HfQuestionKind;

extern const HfChoice hf_question_kinds[];

#define HF_QUESTION_SAID "said"

/* The value of an optional question that was asked and not answered. */
#define HF_QUESTION_SKIPPED ""

#define HF_QUESTION_ERROR (hf_question_error_quark ())

typedef enum
{
  HF_QUESTION_ERROR_MISSING,
  HF_QUESTION_ERROR_INVALID,
} HfQuestionError;

typedef struct
{
  char *id;
  HfWording *label;
  gboolean alone; /* cannot be chosen with others */
} HfOption;

#define HF_TYPE_QUESTION (hf_question_get_type ())
G_DECLARE_FINAL_TYPE (HfQuestion, hf_question, HF, QUESTION, GObject)

/* One step of a guide. It never changes once it is read. */
struct _HfQuestion
{
  GObject parent_instance;

  char *id;
  HfQuestionKind kind;
  HfWording *part;    /* the title of the guide's part; may be NULL */
  GPtrArray *texts;   /* (element-type HfWording): ways to say it, for hf_speech_dup_text() */
  HfWording *note;    /* for staff, not read aloud; may be NULL */
  GPtrArray *probes;  /* (element-type HfWording): to ask deeper, one after the other */
  GPtrArray *options; /* (element-type HfOption) */
  int lowest;         /* of a scale */
  int highest;
  HfWording *low; /* what the ends of a scale mean; may be NULL */
  HfWording *high;
  HfWording *first; /* what the two numbers of a pair are of; NULL: us and the competitor */
  HfWording *second;
  gboolean optional;      /* may be skipped */
  guint fresh_days;       /* so long a known answer need only be confirmed; 0: ask anew */
  guint stale_days;       /* so long it is asked whether it is still so; 0: always */
  HfWording *still;       /* how that is asked, {answer} in it; may be NULL */
  HfCondition *when;      /* NULL: always */
  HfCondition *part_when; /* the same for its part */
};

GQuark hf_question_error_quark (void);
HfQuestion *hf_question_new (const char *id, HfQuestionKind kind);
HfOption *hf_question_add_option (HfQuestion *self, const char *id);
HfOption *hf_question_find_option (HfQuestion *self, const char *id);
char *hf_question_normalise (HfQuestion *self, const char *typed, GError **error);
gboolean hf_question_check (HfQuestion *self, const char *value, GError **error);
char *hf_question_dup_answer (HfQuestion *self, const char *value, const char *language);

G_END_DECLS
