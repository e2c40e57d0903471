#include "config.h"

#include <string.h>

#include "hf-guide-draft.h"

static gboolean
is_named (const HfMarkup *element, const char *name)
{
  return strcmp (element->name, name) == 0;
}

static guint
find_index (const HfMarkup *parent, const HfMarkup *element)
{
  guint index = parent->children->len;
  g_ptr_array_find (parent->children, element, &index);
  return index;
}

static void
collect_ids (const HfMarkup *element, const char *name, GHashTable *ids)
{
  for (guint i = 0; i < element->children->len; i++)
    {
      const HfMarkup *child = element->children->pdata[i];
      const char *id = hf_markup_get (child, "id");
      if (is_named (child, name) && id != NULL)
        g_hash_table_add (ids, (gpointer) id);
      collect_ids (child, name, ids);
    }
}

/* A person who writes a guide need not invent identifiers. */
static void
set_free_id (const HfMarkup *within, HfMarkup *element)
{
  g_autoptr (GHashTable) ids = g_hash_table_new (g_str_hash, g_str_equal);
  collect_ids (within, element->name, ids);
  for (guint number = 1;; number++)
    {
      g_autofree char *id = g_strdup_printf ("%s-%u", element->name, number);
      if (g_hash_table_contains (ids, id))
        continue;
      hf_markup_set (element, "id", id);
      return;
    }
}

static void
add_words (HfMarkup *element, const char *name, const char *words)
{
  HfMarkup *text = hf_markup_new (name);
  hf_markup_set_text (text, words);
  g_ptr_array_add (element->children, text);
}

static HfMarkup *
new_element (HfGuideDraft *self, const char *name, const char *words)
{
  HfMarkup *element = hf_markup_new (name);
  if (is_named (element, "part"))
    {
      add_words (element, "title", words);
      return element;
    }
  set_free_id (hf_guide_draft_get_root (self), element);
  if (is_named (element, "question"))
    hf_markup_set (element, "kind", "say");
  else
    add_words (element, "title", words);
  add_words (element, "text", words);
  return element;
}

/* Objections come before the parts, and parts stand in nothing but the guide. */
static HfMarkup *
find_place (HfGuideDraft *self, const char *name, const HfMarkup *after, guint *index)
{
  HfMarkup *root = hf_guide_draft_get_root (self);
  HfMarkup *parent = after != NULL ? hf_guide_draft_get_parent (self, after) : NULL;
  if (strcmp (name, "objection") == 0)
    {
      *index = 0;
      for (guint i = 0; i < root->children->len; i++)
        if (is_named (root->children->pdata[i], "title")
            || is_named (root->children->pdata[i], "objection"))
          *index = i + 1;
      return root;
    }
  if (parent != NULL && strcmp (name, "question") == 0 && is_named (after, "question"))
    {
      *index = find_index (parent, after) + 1;
      return parent;
    }
  if (parent != NULL && strcmp (name, "question") == 0 && is_named (after, "part"))
    {
      *index = after->children->len;
      return (HfMarkup *) after;
    }
  if (parent != NULL && is_named (parent, "part"))
    after = parent;
  *index = after != NULL && !is_named (after, "objection") && parent != NULL
               ? find_index (root, after) + 1
               : root->children->len;
  return root;
}

/**
 * hf_guide_draft_add:
 * @self: a draft
 * @name: "question", "part" or "objection"
 * @after: (nullable): after which element; a question goes to the end of a part
 * @words: what it says for the time being, in the guide's language
 *
 * Adds a step of which everything that must be there is there.
 *
 * Returns: (transfer none): its element
 */
HfMarkup *
hf_guide_draft_add (HfGuideDraft *self, const char *name, const HfMarkup *after,
                    const char *words)
{
  guint index = 0;
  HfMarkup *element = new_element (self, name, words);
  HfMarkup *parent = find_place (self, name, after, &index);
  g_ptr_array_insert (parent->children, (int) index, element);
  hf_guide_draft_changed (self);
  return element;
}

/**
 * hf_guide_draft_add_option:
 * @self: a draft
 * @question: one of its questions
 * @words: the option's label, in the guide's language
 *
 * Adds something to choose, after what is there.
 *
 * Returns: (transfer none): its element
 */
HfMarkup *
hf_guide_draft_add_option (HfGuideDraft *self, HfMarkup *question, const char *words)
{
  HfMarkup *option = hf_markup_new ("option");
  set_free_id (question, option);
  add_words (option, "label", words);
  g_ptr_array_add (question->children, option);
  hf_guide_draft_changed (self);
  return option;
}

static gboolean
is_step (const HfMarkup *element)
{
  return is_named (element, "question") || is_named (element, "part");
}

static gboolean
is_neighbour (const HfMarkup *element, const HfMarkup *other)
{
  return is_named (element, other->name) || (is_step (element) && is_step (other));
}

static int
find_target (const HfMarkup *parent, const HfMarkup *element, int step)
{
  for (int i = (int) find_index (parent, element) + step;
       i >= 0 && i < (int) parent->children->len; i += step)
    if (is_neighbour (element, parent->children->pdata[i]))
      return i;
  return -1;
}

/* The part before or after the one in which a question stands. */
static HfMarkup *
find_next_part (HfGuideDraft *self, const HfMarkup *part, int step)
{
  HfMarkup *root = hf_guide_draft_get_root (self);
  int index = is_named (part, "part") ? find_target (root, part, step) : -1;
  HfMarkup *other = index >= 0 ? root->children->pdata[index] : NULL;
  return other != NULL && is_named (other, "part") ? other : NULL;
}

/**
 * hf_guide_draft_can_move:
 * @self: a draft
 * @element: one of its steps, objections or options
 * @step: -1 up, 1 down
 *
 * Tells whether there is a place to move it to.
 *
 * Returns: whether there is
 */
gboolean
hf_guide_draft_can_move (HfGuideDraft *self, const HfMarkup *element, int step)
{
  const HfMarkup *parent = hf_guide_draft_get_parent (self, element);
  return parent != NULL
         && (find_target (parent, element, step) >= 0
             || (is_named (element, "question")
                 && find_next_part (self, parent, step) != NULL));
}

static HfMarkup *
steal (HfMarkup *parent, const HfMarkup *element)
{
  return g_ptr_array_steal_index (parent->children, find_index (parent, element));
}

static int
find_first_question (const HfMarkup *part)
{
  for (guint i = 0; i < part->children->len; i++)
    if (is_named (part->children->pdata[i], "question"))
      return (int) i;
  return -1;
}

/**
 * hf_guide_draft_move:
 * @self: a draft
 * @element: one of its steps, objections or options
 * @step: -1 up, 1 down
 *
 * Moves an element by one place; a question at the end of its part goes to the next part.
 */
void
hf_guide_draft_move (HfGuideDraft *self, const HfMarkup *element, int step)
{
  HfMarkup *parent = hf_guide_draft_get_parent (self, element);
  if (!hf_guide_draft_can_move (self, element, step))
    return;
  int target = find_target (parent, element, step);
  if (target >= 0)
    g_ptr_array_insert (parent->children, target, steal (parent, element));
  else
    {
      HfMarkup *part = find_next_part (self, parent, step);
      g_ptr_array_insert (part->children, step > 0 ? find_first_question (part) : -1,
                          steal (parent, element));
    }
  hf_guide_draft_changed (self);
}

/**
 * hf_guide_draft_remove:
 * @self: a draft
 * @element: one of its elements, but not the guide itself
 *
 * Takes an element away with all in it.
 */
void
hf_guide_draft_remove (HfGuideDraft *self, const HfMarkup *element)
{
  HfMarkup *parent = hf_guide_draft_get_parent (self, element);
  if (parent == NULL)
    return;
  hf_markup_free (steal (parent, element));
  hf_guide_draft_changed (self);
}
