#include "config.h"

#include "hf-complaint-draft.h"

#include "hf-promise.h"
#include "hf-text.h"

#define GROUP "complaint"
#define CUSTOMER_ID "customer-id"
#define HINT_ID "hint-id"
#define TERM "term"

/**
 * hf_complaint_draft_format:
 * @complaint: a complaint that is being written
 *
 * Writes down what is not registered yet.
 *
 * Returns: (transfer full): a text for hf_complaint_draft_parse()
 */
char *
hf_complaint_draft_format (const HfComplaint *complaint)
{
  g_autoptr (GKeyFile) file = g_key_file_new ();
  gsize n_fields;
  const HfField *fields = hf_complaint_fields (&n_fields);
  for (gsize i = 0; i < n_fields; i++)
    {
      g_autofree char *text = hf_field_is_set (&fields[i], complaint)
                                  ? hf_field_dup_text (&fields[i], complaint)
                                  : NULL;
      if (text != NULL)
        g_key_file_set_string (file, GROUP, fields[i].name, text);
    }
  g_key_file_set_int64 (file, GROUP, CUSTOMER_ID, complaint->customer_id);
  g_key_file_set_int64 (file, GROUP, HINT_ID, complaint->hint_id);
  g_key_file_set_integer (file, GROUP, TERM, complaint->term);
  return g_key_file_to_data (file, NULL, NULL);
}

/**
 * hf_complaint_draft_parse:
 * @text: what hf_complaint_draft_format() wrote
 *
 * Reads what was not registered yet; what it does not understand it leaves out.
 *
 * Returns: (transfer full): the complaint
 */
HfComplaint *
hf_complaint_draft_parse (const char *text)
{
  HfComplaint *self = hf_complaint_new ();
  g_autoptr (GKeyFile) file = g_key_file_new ();
  gsize n_fields;
  const HfField *fields = hf_complaint_fields (&n_fields);
  if (!g_key_file_load_from_data (file, text, -1, G_KEY_FILE_NONE, NULL))
    return self;
  for (gsize i = 0; i < n_fields; i++)
    {
      g_autofree char *value = g_key_file_get_string (file, GROUP, fields[i].name, NULL);
      /* A text that is too long is so until it is registered. */
      if (fields[i].kind == HF_FIELD_TEXT)
        hf_text_set (G_STRUCT_MEMBER_P (self, fields[i].offset), value);
      else
        hf_field_set_text (&fields[i], self, value, NULL);
    }
  self->customer_id = g_key_file_get_int64 (file, GROUP, CUSTOMER_ID, NULL);
  self->hint_id = g_key_file_get_int64 (file, GROUP, HINT_ID, NULL);
  self->term = CLAMP (g_key_file_get_integer (file, GROUP, TERM, NULL), HF_COMPLAINT_NO_TERM,
                      HF_PROMISE_DATED);
  return self;
}
