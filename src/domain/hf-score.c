#include "config.h"

#include "hf-score.h"

#include <glib/gi18n.h>

#include "hf-amount.h"
#include "hf-text.h"

G_DEFINE_FINAL_TYPE (HfScore, hf_score, G_TYPE_OBJECT)

#define ALSO(...) ((const char *const[]){ __VA_ARGS__, NULL })
#define AT(member) G_STRUCT_OFFSET (HfScore, member)

static const HfField fields[] = {
  { "customer_code", NC_ ("field", "Customer code"),
    ALSO ("code", "customer id", "客户号", "编号"), HF_FIELD_TEXT, AT (customer_code), NULL, 64,
    TRUE },
  { "scored_on", NC_ ("field", "Scored on"),
    ALSO ("date", "scored", "日期", "评分日期", "評分日期"), HF_FIELD_DATE, AT (scored_on),
    NULL, 0, TRUE },
  { "score", NC_ ("field", "Score"),
    ALSO ("rating", "satisfaction", "csat", "得分", "评分", "評分", "满意度", "滿意度"),
    HF_FIELD_AMOUNT, AT (score), NULL, 0, TRUE },
  { "scale", NC_ ("field", "Highest score"), ALSO ("out of", "max", "满分", "滿分"),
    HF_FIELD_AMOUNT, AT (scale), NULL, 0, FALSE },
  { "question", NC_ ("field", "Question"), ALSO ("item", "问题", "項目", "项目"), HF_FIELD_TEXT,
    AT (question), NULL, 400, FALSE },
  { "place", NC_ ("field", "Where"), ALSO ("place", "via", "渠道", "管道", "地点", "地點"),
    HF_FIELD_TEXT, AT (place), NULL, 120, FALSE },
  { "words", NC_ ("field", "Customer's words"),
    ALSO ("words", "comment", "remark", "意见", "意見", "评语", "評語"), HF_FIELD_TEXT,
    AT (words), NULL, 0, FALSE },
};

static void
hf_score_finalize (GObject *object)
{
  HfScore *self = HF_SCORE (object);
  g_free (self->customer_code);
  g_free (self->scored_on);
  g_free (self->question);
  g_free (self->place);
  g_free (self->words);
  G_OBJECT_CLASS (hf_score_parent_class)->finalize (object);
}

static void
hf_score_class_init (HfScoreClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = hf_score_finalize;
}

static void
hf_score_init (HfScore *self)
{
  self->score = HF_AMOUNT_UNKNOWN;
  self->scale = HF_AMOUNT_UNKNOWN;
}

/**
 * hf_score_new:
 *
 * Makes a satisfaction score of which nothing is known yet.
 *
 * Returns: (transfer full): a record
 */
HfScore *
hf_score_new (void)
{
  return g_object_new (HF_TYPE_SCORE, NULL);
}

/**
 * hf_score_fields:
 * @n_fields: (out): how many
 *
 * Lists the fields by which a spreadsheet knows a satisfaction score.
 *
 * Returns: (array length=n_fields): the fields
 */
const HfField *
hf_score_fields (gsize *n_fields)
{
  *n_fields = G_N_ELEMENTS (fields);
  return fields;
}

/**
 * hf_score_validate:
 * @self: a record
 * @error: (nullable): %HF_FIELD_ERROR, with a message for the user
 *
 * Checks what must hold before it is stored.
 *
 * Returns: whether it holds
 */
gboolean
hf_score_validate (const HfScore *self, GError **error)
{
  if (hf_text_is_blank (self->customer_code) || self->scored_on == NULL
      || self->score == HF_AMOUNT_UNKNOWN)
    {
      g_set_error_literal (error, HF_FIELD_ERROR, HF_FIELD_ERROR_MISSING,
                           _ ("the customer code, the day or the score is missing"));
      return FALSE;
    }
  if (self->score >= 0 && (self->scale == HF_AMOUNT_UNKNOWN || self->score <= self->scale))
    return TRUE;
  g_set_error_literal (error, HF_FIELD_ERROR, HF_FIELD_ERROR_INVALID,
                       _ ("the score is not on its scale"));
  return FALSE;
}
