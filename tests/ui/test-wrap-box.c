#include "config.h"

#include "hf-test-ui.h"
#include "hf-wrap-box.h"

#define SPACING 6

typedef struct
{
  GtkWidget *window;
  GtkWidget *box;
  GtkWidget *children[3]; /* 100, 60 and 40 wide, 20 high */
} Fixture;

static void
set_up (Fixture *self, gconstpointer data)
{
  static const int widths[] = { 100, 60, 40 };
  self->window = gtk_window_new ();
  self->box = hf_wrap_box_new (SPACING);
  for (gsize i = 0; i < G_N_ELEMENTS (widths); i++)
    {
      self->children[i] = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);
      gtk_widget_set_size_request (self->children[i], widths[i], 20);
      gtk_widget_set_parent (self->children[i], self->box);
    }
  gtk_window_set_child (GTK_WINDOW (self->window), self->box);
}

static void
tear_down (Fixture *self, gconstpointer data)
{
  gtk_window_destroy (GTK_WINDOW (self->window));
}

static int
height_for (Fixture *self, int width)
{
  int minimum, natural;
  gtk_widget_measure (self->box, GTK_ORIENTATION_VERTICAL, width, &minimum, &natural, NULL,
                      NULL);
  g_assert_cmpint (minimum, ==, natural);
  return natural;
}

static void
place (Fixture *self, int width)
{
  gtk_widget_measure (self->box, GTK_ORIENTATION_HORIZONTAL, -1, NULL, NULL, NULL, NULL);
  gtk_widget_size_allocate (self->box,
                            &(GtkAllocation){ 0, 0, width, height_for (self, width) }, -1);
}

static void
assert_at (Fixture *self, guint i, int x, int y, int width)
{
  GtkAllocation at;
  gtk_widget_get_allocation (self->children[i], &at);
  g_assert_cmpint (at.x, ==, x);
  g_assert_cmpint (at.y, ==, y);
  g_assert_cmpint (at.width, ==, width);
}

static void
test_what_has_no_room_goes_on (Fixture *self, gconstpointer data)
{
  int minimum, natural;
  gtk_widget_measure (self->box, GTK_ORIENTATION_HORIZONTAL, -1, &minimum, &natural, NULL,
                      NULL);
  g_assert_cmpint (minimum, ==, 100);
  g_assert_cmpint (natural, ==, 100 + 60 + 40 + 2 * SPACING);
  g_assert_cmpint (height_for (self, natural), ==, 20);
  g_assert_cmpint (height_for (self, natural - 1), ==, 2 * 20 + SPACING);
  g_assert_cmpint (height_for (self, 105), ==, 3 * 20 + 2 * SPACING);
  place (self, natural);
  assert_at (self, 0, 0, 0, 100);
  assert_at (self, 1, 106, 0, 60);
  assert_at (self, 2, 172, 0, 40);
  place (self, 120);
  assert_at (self, 0, 0, 0, 100);
  /* Lines begin where the first one does. */
  assert_at (self, 1, 0, 26, 60);
  assert_at (self, 2, 66, 26, 40);
}

static void
test_what_is_left_is_for_those_that_expand (Fixture *self, gconstpointer data)
{
  gtk_widget_set_hexpand (self->children[1], TRUE);
  place (self, 300);
  assert_at (self, 1, 106, 0, 60 + 300 - 212);
  assert_at (self, 2, 300 - 40, 0, 40);
  place (self, 150);
  assert_at (self, 0, 0, 0, 100);
  assert_at (self, 1, 0, 26, 150 - 40 - SPACING);
  assert_at (self, 2, 110, 26, 40);
}

static void
test_what_is_hidden_takes_no_room (Fixture *self, gconstpointer data)
{
  gtk_widget_hide (self->children[0]);
  place (self, 106);
  assert_at (self, 1, 0, 0, 60);
  assert_at (self, 2, 66, 0, 40);
}

static void
test_it_begins_where_one_reads (Fixture *self, gconstpointer data)
{
  gtk_widget_set_direction (self->box, GTK_TEXT_DIR_RTL);
  place (self, 212);
  assert_at (self, 0, 112, 0, 100);
  assert_at (self, 2, 0, 0, 40);
}

#define ADD(path, func) g_test_add ("/wrap-box/" path, Fixture, NULL, set_up, func, tear_down)

int
main (int argc, char **argv)
{
  hf_test_ui_init (&argc, &argv);
  ADD ("lines", test_what_has_no_room_goes_on);
  ADD ("expand", test_what_is_left_is_for_those_that_expand);
  ADD ("hidden", test_what_is_hidden_takes_no_room);
  ADD ("rtl", test_it_begins_where_one_reads);
  return g_test_run ();
}
