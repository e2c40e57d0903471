#include "config.h"

#include "hf-card-layout.h"

#define MAX_COLUMNS 2
/* A card is shown beside another only if it stays this wide, or as wide as it must be. */
#define CARD_WIDTH 400

/* Cards of one width and their own heights, in one column or two. */
struct _HfCardLayout
{
  GtkLayoutManager parent_instance;
};

G_DEFINE_FINAL_TYPE (HfCardLayout, hf_card_layout, GTK_TYPE_LAYOUT_MANAGER)

typedef struct
{
  GPtrArray *cards; /* (element-type GtkWidget), those that are shown */
  int *heights;
  guint *columns;
  int *tops;
  guint n_columns;
  int card_width;
  int height;
} Places;

static GPtrArray *
list_cards (GtkWidget *widget)
{
  GPtrArray *cards = g_ptr_array_new ();
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    if (gtk_widget_should_layout (child))
      g_ptr_array_add (cards, child);
  return cards;
}

static int
measure_width (const GPtrArray *cards)
{
  int widest = 0;
  for (guint i = 0; i < cards->len; i++)
    {
      int least = 0;
      gtk_widget_measure (cards->pdata[i], GTK_ORIENTATION_HORIZONTAL, -1, &least, NULL, NULL,
                          NULL);
      widest = MAX (widest, least);
    }
  return widest;
}

static void
places_init (Places *self, GtkWidget *widget, int width)
{
  self->cards = list_cards (widget);
  guint n_cards = self->cards->len;
  int least = measure_width (self->cards);
  self->heights = g_new0 (int, n_cards);
  self->columns = g_new0 (guint, n_cards);
  self->tops = g_new0 (int, n_cards);
  self->n_columns = hf_card_layout_columns (width, MAX (least, CARD_WIDTH));
  int spacing = (int) (self->n_columns - 1) * HF_CARD_SPACING;
  self->card_width = MAX ((width - spacing) / (int) self->n_columns, least);
  for (guint i = 0; i < n_cards; i++)
    gtk_widget_measure (self->cards->pdata[i], GTK_ORIENTATION_VERTICAL, self->card_width, NULL,
                        &self->heights[i], NULL, NULL);
  self->height = hf_card_layout_stack (self->heights, n_cards, self->n_columns, self->columns,
                                       self->tops);
}

static void
places_clear (Places *self)
{
  g_ptr_array_unref (self->cards);
  g_free (self->heights);
  g_free (self->columns);
  g_free (self->tops);
}

static GtkSizeRequestMode
hf_card_layout_get_request_mode (GtkLayoutManager *manager, GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
hf_card_layout_measure (GtkLayoutManager *manager, GtkWidget *widget,
                        GtkOrientation orientation, int for_size, int *minimum, int *natural,
                        int *minimum_baseline, int *natural_baseline)
{
  g_autoptr (GPtrArray) cards = list_cards (widget);
  int width = measure_width (cards);
  *minimum = width;
  *natural = MAX_COLUMNS * MAX (width, CARD_WIDTH) + HF_CARD_SPACING;
  if (orientation == GTK_ORIENTATION_VERTICAL)
    {
      Places places;
      places_init (&places, widget, for_size >= 0 ? for_size : width);
      *minimum = *natural = places.height;
      places_clear (&places);
    }
}

static void
hf_card_layout_allocate (GtkLayoutManager *manager, GtkWidget *widget, int width, int height,
                         int baseline)
{
  Places places;
  places_init (&places, widget, width);
  for (guint i = 0; i < places.cards->len; i++)
    {
      int column = (int) places.columns[i];
      if (gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL)
        column = (int) places.n_columns - 1 - column;
      GtkAllocation area = { column * (places.card_width + HF_CARD_SPACING), places.tops[i],
                             places.card_width, places.heights[i] };
      gtk_widget_size_allocate (places.cards->pdata[i], &area, -1);
    }
  places_clear (&places);
}

static void
hf_card_layout_class_init (HfCardLayoutClass *klass)
{
  GtkLayoutManagerClass *manager_class = GTK_LAYOUT_MANAGER_CLASS (klass);
  manager_class->get_request_mode = hf_card_layout_get_request_mode;
  manager_class->measure = hf_card_layout_measure;
  manager_class->allocate = hf_card_layout_allocate;
}

static void
hf_card_layout_init (HfCardLayout *self)
{
}

/**
 * hf_card_layout_columns:
 * @width: the room there is, pixels
 * @card_width: how wide a card wants to be, pixels
 *
 * Tells how many columns of cards there is room for.
 *
 * Returns: 1 or 2
 */
guint
hf_card_layout_columns (int width, int card_width)
{
  int columns = (width + HF_CARD_SPACING) / (card_width + HF_CARD_SPACING);
  return (guint) CLAMP (columns, 1, MAX_COLUMNS);
}

/**
 * hf_card_layout_stack:
 * @heights: (array length=n_cards): how high each card is, pixels
 * @n_cards: how many
 * @n_columns: how many columns
 * @columns: (array length=n_cards) (out caller-allocates): the column of each
 * @tops: (array length=n_cards) (out caller-allocates): the top edge of each, pixels
 *
 * Puts each card under the column that is shortest so far.
 *
 * Returns: the height of the whole, pixels
 */
int
hf_card_layout_stack (const int *heights, guint n_cards, guint n_columns, guint *columns,
                      int *tops)
{
  int filled[MAX_COLUMNS] = { 0 };
  int height = 0;
  for (guint i = 0; i < n_cards; i++)
    {
      guint shortest = 0;
      for (guint c = 1; c < MIN (n_columns, MAX_COLUMNS); c++)
        if (filled[c] < filled[shortest])
          shortest = c;
      columns[i] = shortest;
      tops[i] = filled[shortest] > 0 ? filled[shortest] + HF_CARD_SPACING : 0;
      filled[shortest] = tops[i] + heights[i];
      height = MAX (height, filled[shortest]);
    }
  return height;
}
