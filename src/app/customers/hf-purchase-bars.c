#include "config.h"

#include "hf-purchase-bars.h"

#include "hf-amount.h"
#include "hf-chart-palette.h"
#include "hf-customer-closures.h"
#include "hf-purchase.h"

#define HEIGHT 72
#define MAX_BARS 36
#define MAX_BAR_WIDTH 28
#define GAP 3

/* What a customer bought, month by month, before the pale bars of what they needed. */
struct _HfPurchaseBars
{
  GtkWidget parent_instance;

  GPtrArray *purchases; /* NULL: none */
};

G_DEFINE_FINAL_TYPE (HfPurchaseBars, hf_purchase_bars, GTK_TYPE_WIDGET)

static guint
count_bars (HfPurchaseBars *self)
{
  return self->purchases != NULL ? MIN (self->purchases->len, MAX_BARS) : 0;
}

static const HfPurchase *
get_bar (HfPurchaseBars *self, guint i)
{
  return g_ptr_array_index (self->purchases, self->purchases->len - count_bars (self) + i);
}

static gint64
most (HfPurchaseBars *self)
{
  gint64 highest = 1;
  for (guint i = 0; i < count_bars (self); i++)
    {
      const HfPurchase *purchase = get_bar (self, i);
      highest = MAX (highest, MAX (purchase->amount, purchase->need));
    }
  return highest;
}

static void
append_bar (GtkSnapshot *snapshot, const GdkRGBA *color, float x, float width, double share)
{
  float height = HEIGHT * (float) CLAMP (share, 0, 1);
  graphene_rect_t bounds = GRAPHENE_RECT_INIT (x, HEIGHT - height, width, height);
  GskRoundedRect rounded;
  gsk_rounded_rect_init_from_rect (&rounded, &bounds, 0);
  rounded.corner[0] = rounded.corner[1] = GRAPHENE_SIZE_INIT (2, 2);
  gtk_snapshot_push_rounded_clip (snapshot, &rounded);
  gtk_snapshot_append_color (snapshot, color, &bounds);
  gtk_snapshot_pop (snapshot);
}

static void
hf_purchase_bars_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  HfPurchaseBars *self = HF_PURCHASE_BARS (widget);
  guint n_bars = count_bars (self);
  if (n_bars == 0)
    return;
  HfChartPalette palette;
  hf_chart_palette_init (&palette, widget);
  double highest = hf_amount_to_double (most (self));
  float step = MIN ((float) gtk_widget_get_width (widget) / n_bars, MAX_BAR_WIDTH + GAP);
  for (guint i = 0; i < n_bars; i++)
    {
      const HfPurchase *purchase = get_bar (self, i);
      float width = MAX (step - GAP, 1);
      if (purchase->need != HF_AMOUNT_UNKNOWN)
        append_bar (snapshot, &palette.grid, i * step, width,
                    hf_amount_to_double (purchase->need) / highest);
      append_bar (snapshot, &palette.primary, i * step, width,
                  hf_amount_to_double (purchase->amount) / highest);
    }
  graphene_rect_t ground = GRAPHENE_RECT_INIT (0, HEIGHT, n_bars * step - GAP, 1);
  gtk_snapshot_append_color (snapshot, &palette.dim, &ground);
}

static void
hf_purchase_bars_measure (GtkWidget *widget, GtkOrientation orientation, int for_size,
                          int *minimum, int *natural, int *minimum_baseline,
                          int *natural_baseline)
{
  guint n_bars = count_bars (HF_PURCHASE_BARS (widget));
  gboolean across = orientation == GTK_ORIENTATION_HORIZONTAL;
  *minimum = across ? 0 : HEIGHT + 1;
  *natural = across ? (int) n_bars * (MAX_BAR_WIDTH + GAP) : HEIGHT + 1;
}

static gboolean
on_query_tooltip (HfPurchaseBars *self, int x, int y, gboolean keyboard, GtkTooltip *tooltip)
{
  guint n_bars = count_bars (self);
  if (n_bars == 0 || keyboard)
    return FALSE;
  float step = MIN ((float) gtk_widget_get_width (GTK_WIDGET (self)) / n_bars,
                    MAX_BAR_WIDTH + GAP);
  guint i = (guint) (x / step);
  if (i >= n_bars)
    return FALSE;
  g_autofree char *words = hf_customer_words_purchase (get_bar (self, i));
  gtk_tooltip_set_text (tooltip, words);
  return TRUE;
}

static void
hf_purchase_bars_finalize (GObject *object)
{
  g_clear_pointer (&HF_PURCHASE_BARS (object)->purchases, g_ptr_array_unref);
  G_OBJECT_CLASS (hf_purchase_bars_parent_class)->finalize (object);
}

static void
hf_purchase_bars_class_init (HfPurchaseBarsClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = hf_purchase_bars_finalize;
  widget_class->snapshot = hf_purchase_bars_snapshot;
  widget_class->measure = hf_purchase_bars_measure;
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_IMG);
}

static void
hf_purchase_bars_init (HfPurchaseBars *self)
{
  gtk_widget_set_has_tooltip (GTK_WIDGET (self), TRUE);
  g_signal_connect (self, "query-tooltip", G_CALLBACK (on_query_tooltip), NULL);
}

/**
 * hf_purchase_bars_set_purchases:
 * @self: the bars
 * @purchases: (element-type HfPurchase): in order of time
 *
 * Draws what a customer bought; of more than three years the latest three.
 */
void
hf_purchase_bars_set_purchases (HfPurchaseBars *self, GPtrArray *purchases)
{
  g_clear_pointer (&self->purchases, g_ptr_array_unref);
  self->purchases = g_ptr_array_ref (purchases);
  g_autofree char *words = hf_customer_words_purchases (purchases);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, words,
                                  -1);
  gtk_widget_queue_resize (GTK_WIDGET (self));
}
