#include "config.h"

#include "hf-guide-draft.h"

#include <string.h>

#include "hf-guide-parser.h"
#include "hf-locale.h"
#include "hf-text.h"

struct _HfGuideDraft
{
  GObject parent_instance;

  HfMarkup *root;
};

enum
{
  SIGNAL_CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (HfGuideDraft, hf_guide_draft, G_TYPE_OBJECT)

static gboolean
is_named (const HfMarkup *element, const char *name)
{
  return strcmp (element->name, name) == 0;
}

static void
hf_guide_draft_finalize (GObject *object)
{
  hf_markup_free (HF_GUIDE_DRAFT (object)->root);
  G_OBJECT_CLASS (hf_guide_draft_parent_class)->finalize (object);
}

static void
hf_guide_draft_class_init (HfGuideDraftClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = hf_guide_draft_finalize;

  /**
   * HfGuideDraft::changed:
   * @self: a draft
   *
   * Something in it is not what it was.
   */
  signals[SIGNAL_CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass),
                                          G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE,
                                          0);
}

static void
hf_guide_draft_init (HfGuideDraft *self)
{
  self->root = hf_markup_new ("guide");
}

/**
 * hf_guide_draft_new:
 *
 * Makes an empty draft.
 *
 * Returns: (transfer full): the draft
 */
HfGuideDraft *
hf_guide_draft_new (void)
{
  return g_object_new (HF_TYPE_GUIDE_DRAFT, NULL);
}

/**
 * hf_guide_draft_read:
 * @self: a draft
 * @text: a guide's file, right or not
 * @error: (nullable): %HF_MARKUP_ERROR where it is not even XML
 *
 * Takes up a file; every element of before is gone.
 *
 * Returns: whether its elements could be read; where not, the draft is as it was
 */
gboolean
hf_guide_draft_read (HfGuideDraft *self, const char *text, GError **error)
{
  HfMarkup *root = hf_markup_parse (text, strlen (text), error);
  if (root == NULL)
    return FALSE;
  hf_markup_free (self->root);
  self->root = root;
  return TRUE;
}

/**
 * hf_guide_draft_write:
 * @self: a draft
 *
 * Writes the draft's file.
 *
 * Returns: (transfer full): XML
 */
char *
hf_guide_draft_write (HfGuideDraft *self)
{
  return hf_markup_write (self->root);
}

/**
 * hf_guide_draft_check:
 * @self: a draft
 * @error: (nullable): %HF_MARKUP_ERROR, with line and column in hf_guide_draft_write()
 *
 * Looks whether a call can be led with the draft.
 *
 * Returns: (transfer full) (nullable): the guide, %NULL where something is wrong
 */
HfGuide *
hf_guide_draft_check (HfGuideDraft *self, GError **error)
{
  g_autofree char *text = hf_guide_draft_write (self);
  g_autoptr (GBytes) file = g_bytes_new_static (text, strlen (text));
  return hf_guide_parse (file, error);
}

/**
 * hf_guide_draft_changed:
 * @self: a draft
 *
 * Says that an element was changed.
 */
void
hf_guide_draft_changed (HfGuideDraft *self)
{
  g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
}

/**
 * hf_guide_draft_get_root:
 * @self: a draft
 *
 * Gives the guide itself.
 *
 * Returns: (transfer none): its element
 */
HfMarkup *
hf_guide_draft_get_root (HfGuideDraft *self)
{
  return self->root;
}

static HfMarkup *
find_parent (HfMarkup *from, const HfMarkup *element)
{
  for (guint i = 0; i < from->children->len; i++)
    {
      HfMarkup *child = from->children->pdata[i];
      HfMarkup *found = child == element ? from : find_parent (child, element);
      if (found != NULL)
        return found;
    }
  return NULL;
}

/**
 * hf_guide_draft_get_parent:
 * @self: a draft
 * @element: one of its elements
 *
 * Tells in what an element stands.
 *
 * Returns: (transfer none) (nullable): the element around it, %NULL for the guide itself
 */
HfMarkup *
hf_guide_draft_get_parent (HfGuideDraft *self, const HfMarkup *element)
{
  return find_parent (self->root, element);
}

static gboolean
is_listed (const HfMarkup *element)
{
  return is_named (element, "part") || is_named (element, "question")
         || is_named (element, "objection");
}

static void
list_in (HfMarkup *element, GPtrArray *list)
{
  for (guint i = 0; i < element->children->len; i++)
    {
      HfMarkup *child = element->children->pdata[i];
      if (!is_listed (child))
        continue;
      g_ptr_array_add (list, child);
      list_in (child, list);
    }
}

/**
 * hf_guide_draft_list:
 * @self: a draft
 *
 * Lists the guide, its objections, its parts and its questions.
 *
 * Returns: (transfer container) (element-type HfMarkup): the elements, in order
 */
GPtrArray *
hf_guide_draft_list (HfGuideDraft *self)
{
  GPtrArray *list = g_ptr_array_new ();
  g_ptr_array_add (list, self->root);
  list_in (self->root, list);
  return list;
}

/**
 * hf_guide_draft_find_line:
 * @self: a draft
 * @line: a line of hf_guide_draft_write()
 *
 * Finds to what a line belongs.
 *
 * Returns: (transfer none): one of hf_guide_draft_list()
 */
HfMarkup *
hf_guide_draft_find_line (HfGuideDraft *self, guint line)
{
  g_autofree char *text = hf_guide_draft_write (self);
  g_autoptr (HfGuideDraft) written = hf_guide_draft_new ();
  g_autoptr (GPtrArray) mine = hf_guide_draft_list (self);
  HfMarkup *found = self->root;
  if (!hf_guide_draft_read (written, text, NULL))
    return found;
  g_autoptr (GPtrArray) theirs = hf_guide_draft_list (written);
  for (guint i = 0; i < theirs->len && ((HfMarkup *) theirs->pdata[i])->line <= line; i++)
    found = mine->pdata[i];
  return found;
}

/**
 * hf_guide_draft_get_language:
 * @self: a draft
 *
 * Tells in which language the guide is written.
 *
 * Returns: its code
 */
const char *
hf_guide_draft_get_language (HfGuideDraft *self)
{
  const char *language = hf_markup_get (self->root, "language");
  return language != NULL ? language : HF_LOCALE_SOURCE;
}

/**
 * hf_guide_draft_list_languages:
 * @self: a draft
 *
 * Lists the languages in which it can be written: its own, those of the program and further
 * ones of its title.
 *
 * Returns: (transfer full): their codes, its own first
 */
GStrv
hf_guide_draft_list_languages (HfGuideDraft *self)
{
  g_autoptr (GPtrArray) codes = g_ptr_array_new ();
  g_auto (GStrv) program = hf_locale_list_languages ();
  g_ptr_array_add (codes, g_strdup (hf_guide_draft_get_language (self)));
  for (gsize i = 0; program[i] != NULL; i++)
    if (!g_ptr_array_find_with_equal_func (codes, program[i], g_str_equal, NULL))
      g_ptr_array_add (codes, g_strdup (program[i]));
  for (guint i = 0; i < self->root->children->len; i++)
    {
      const HfMarkup *child = self->root->children->pdata[i];
      g_autofree char *code = is_named (child, "title") ? hf_wording_dup_language (child, NULL)
                                                        : NULL;
      if (code != NULL && !g_ptr_array_find_with_equal_func (codes, code, g_str_equal, NULL))
        g_ptr_array_add (codes, g_steal_pointer (&code));
    }
  g_ptr_array_add (codes, NULL);
  return (GStrv) g_ptr_array_free (g_steal_pointer (&codes), FALSE);
}
