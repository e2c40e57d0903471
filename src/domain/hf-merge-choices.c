#include "config.h"

#include "hf-merge-choices.h"

#include <string.h>

#include "hf-text.h"

/* Between the tags of a customer. */
#define TAG_SEPARATOR ", "

static gboolean
is_field (const HfField *field, const char *name)
{
  return strcmp (field->name, name) == 0;
}

/**
 * hf_merge_choices_concern:
 * @field: a field of a customer
 *
 * Tells whether there is something to choose: reasons are records of their own, and who asked
 * not to be called is not called, whatever is chosen.
 *
 * Returns: whether there is
 */
gboolean
hf_merge_choices_concern (const HfField *field)
{
  return !is_field (field, "reason") && !is_field (field, "reason_words")
         && !g_str_has_prefix (field->name, "do_not_call");
}

/**
 * hf_merge_choices_allow_both:
 * @field: a field of a customer
 *
 * Tells whether both values can be kept.
 *
 * Returns: whether they can
 */
gboolean
hf_merge_choices_allow_both (const HfField *field)
{
  return is_field (field, "tags") || is_field (field, "note");
}

/**
 * hf_merge_choices_clear:
 * @self: the choices
 *
 * Lets go what they hold.
 */
void
hf_merge_choices_clear (HfMergeChoices *self)
{
  g_clear_pointer (&self->custom, g_hash_table_unref);
}

/**
 * hf_merge_choices_set_custom:
 * @self: the choices
 * @field_id: a custom field's key
 * @side: whose value is kept, also where it is none; not both
 *
 * Chooses for a custom field.
 */
void
hf_merge_choices_set_custom (HfMergeChoices *self, gint64 field_id, HfMergeSide side)
{
  if (self->custom == NULL)
    self->custom = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  g_hash_table_insert (self->custom, g_memdup2 (&field_id, sizeof field_id),
                       GINT_TO_POINTER (side));
}

/**
 * hf_merge_choices_guess_side:
 * @field: a field of a customer, also a custom one
 * @of_kept: (nullable): the value of who stays, as hf_field_dup_text() gives it
 * @of_gone: (nullable): the value of who becomes a part of it
 *
 * Chooses for a field what most people would.
 *
 * Returns: whose value to keep
 */
HfMergeSide
hf_merge_choices_guess_side (const HfField *field, const char *of_kept, const char *of_gone)
{
  if (hf_text_is_blank (of_gone) || g_strcmp0 (of_kept, of_gone) == 0)
    return HF_MERGE_KEPT;
  if (hf_text_is_blank (of_kept))
    return HF_MERGE_GONE;
  if (hf_merge_choices_allow_both (field))
    return HF_MERGE_BOTH;
  return is_field (field, "joined_on") && strcmp (of_gone, of_kept) < 0 ? HF_MERGE_GONE
                                                                        : HF_MERGE_KEPT;
}

/**
 * hf_merge_choices_guess:
 * @self: (out caller-allocates): the choices
 * @kept: the customer who stays
 * @gone: the customer who becomes a part of it
 *
 * Chooses what most people would: what is known in place of what is not, both notes and tags,
 * the earlier day of joining, and else the values of whom is kept.
 */
void
hf_merge_choices_guess (HfMergeChoices *self, const HfCustomer *kept, const HfCustomer *gone)
{
  gsize n_fields;
  const HfField *fields = hf_customer_fields (&n_fields);
  *self = (HfMergeChoices){ .sum_purchases = TRUE };
  g_return_if_fail (n_fields <= HF_MERGE_MAX_FIELDS);
  for (gsize i = 0; i < n_fields; i++)
    if (hf_merge_choices_concern (&fields[i]))
      {
        g_autofree char *of_kept = hf_field_dup_text (&fields[i], kept);
        g_autofree char *of_gone = hf_field_dup_text (&fields[i], gone);
        self->sides[i] = hf_merge_choices_guess_side (&fields[i], of_kept, of_gone);
      }
}

static void
add_tag (GString *tags, GHashTable *seen, const char *tag)
{
  g_autofree char *name = hf_text_trim (tag);
  if (hf_text_is_blank (name) || g_hash_table_contains (seen, name))
    return;
  g_string_append_printf (tags, "%s%s", tags->len > 0 ? TAG_SEPARATOR : "", name);
  g_hash_table_add (seen, g_steal_pointer (&name));
}

static char *
join_tags (const char *one, const char *other)
{
  g_autoptr (GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autofree char *all = g_strconcat (one, ",", other, NULL);
  g_auto (GStrv) parts = g_strsplit (all, ",", -1);
  GString *tags = g_string_new (NULL);
  for (gsize i = 0; parts[i] != NULL; i++)
    add_tag (tags, seen, parts[i]);
  return g_string_free (tags, FALSE);
}

static char *
join (const HfField *field, const char *one, const char *other)
{
  if (one == NULL || other == NULL || strcmp (one, other) == 0)
    return g_strdup (one != NULL ? one : other);
  return is_field (field, "tags") ? join_tags (one, other)
                                  : g_strconcat (one, "\n", other, NULL);
}

static void
copy_both (const HfField *field, HfCustomer *to, const HfCustomer *kept, const HfCustomer *gone)
{
  char **place = G_STRUCT_MEMBER_P (to, field->offset);
  g_autofree char *joined = join (field,
                                  *(char *const *) G_STRUCT_MEMBER_P (kept, field->offset),
                                  *(char *const *) G_STRUCT_MEMBER_P (gone, field->offset));
  hf_text_set (place, joined);
}

static void
copy_names (HfCustomer *to, const HfField *field, const HfCustomer *from)
{
  if (is_field (field, "branch"))
    to->branch_id = from->branch_id;
  if (is_field (field, "account_manager"))
    to->account_manager_id = from->account_manager_id;
}

/* Who asked first not to be called says since when and why. */
static void
take_refusal (HfCustomer *one, const HfCustomer *kept, const HfCustomer *gone)
{
  gboolean first = !kept->do_not_call
                   || (gone->do_not_call && gone->do_not_call_on != NULL
                       && g_strcmp0 (gone->do_not_call_on, kept->do_not_call_on) < 0);
  hf_customer_take_refusal (one, first ? gone : kept);
}

/**
 * hf_merge_choices_apply:
 * @self: the choices
 * @kept: the customer who stays
 * @gone: the customer who becomes a part of it
 *
 * Makes of two customers the one that was chosen. Who is not lost has no day of loss.
 *
 * Returns: (transfer full): a customer with the key and revision of @kept
 */
HfCustomer *
hf_merge_choices_apply (const HfMergeChoices *self, const HfCustomer *kept,
                        const HfCustomer *gone)
{
  HfCustomer *one = hf_customer_new ();
  gsize n_fields;
  const HfField *fields = hf_customer_fields (&n_fields);
  for (gsize i = 0; i < n_fields; i++)
    {
      const HfCustomer *from = self->sides[i] == HF_MERGE_GONE ? gone : kept;
      if (self->sides[i] == HF_MERGE_BOTH)
        copy_both (&fields[i], one, kept, gone);
      else
        hf_field_copy (&fields[i], one, from);
      copy_names (one, &fields[i], from);
    }
  one->id = kept->id;
  one->revision = kept->revision;
  take_refusal (one, kept, gone);
  if (one->status == HF_CUSTOMER_ACTIVE || one->status == HF_CUSTOMER_AT_RISK)
    hf_text_set (&one->lost_on, NULL);
  return one;
}
