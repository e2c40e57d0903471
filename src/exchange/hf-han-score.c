#include "config.h"

#include "hf-han-score.h"

#include <string.h>

/* Points for one character. Being common weighs most: in a short text all pairs may be ordinary
 * in both encodings, but hardly ever common in both. */
#define COMMON 6
#define ORDINARY 2
#define RARE -1
#define STRANGE -4
#define IMPOSSIBLE -20

#define ENOUGH_PAIRS 100000 /* more would not change the answer */

/* The commonest characters, family names, and words of customer care, simplified and
 * traditional: a pair of bytes that means one of these speaks for its encoding. */
static const char common_characters[]
    = "的一是不了在人有我他这个们中来上大为和国地到以说时要就出会可也你对生能而子那得于"
      "着下自之年过发后作里用道行所然家种事成方多经么去法学如都同现当没动面起看定天分还"
      "进好小部其些主样理心她本前开但因只从想实日军者意无力它与长把机十民第公此已工使情"
      "明性知全三又关点正业外将两高间由问很最重并物手应战向头文体政美相见被利什二等产或"
      "新己制身果加西斯月话合回特代内信表化老给世位次度门任常先海通教儿原东声提立及比员"
      "解水名真论处走义各入几口认条平系气题活尔更别打女变四神总何电数安少报才结反受目太"
      "量再感建务做接必场件计管期市直德资命山金指克许统区保至队形社便空决治展马科司五基"
      "眼书非则听白却界达光放强即像难且权思王象完设式色路记南品住告类求据程北边死张该交"
      "规万取拉格望觉术领共确传师观清今切院让识候带导争运笔车客户投诉价服质修换退款售店"
      "厂异响希速箱顿挫漏油养销姓址备注状态编号流失单邮男省县街李刘陈杨赵黄周吴徐孙胡朱"
      "林郭罗梁宋郑谢韩唐冯董萧曹袁邓傅沈曾彭吕苏卢蒋蔡贾丁魏薛叶阎余潘杜戴夏钟汪田姜范"
      "石姚谭廖邹熊陆伟芳娜敏静丽磊洋勇艳杰娟涛超霞刚桂英华玉兰红梅志秀珍燕春花阿腾朗逸"
      "奥迪這個們來為國說時會對發後裡種經麼學現當沒動還進樣開從實軍無與長機業將關點兩間"
      "問並應戰頭體見產話給門兒東聲員論處義幾認條係氣題爾別變總電數報結務場計資許統區隊"
      "決達強難權設記類據邊張該規萬覺術領確傳師觀讓識帶導爭運筆車戶訴價質換廠異響銷號碼"
      "態編備註單郵縣劉陳楊趙黃吳孫羅鄭謝韓馮蕭鄧呂蘇盧蔣賈葉閻餘鐘範譚鄒陸偉靜麗艷傑濤"
      "剛蘭紅華臺灣顧訪談詢請您滿維費貴賓聯絡訊預覆儘快抱怨，。、！？：；（）“”《》呼"
      "叫尝试预约嘗試約選項標籤複轉賣辭職閉漲概覽";

struct _HfHanScore
{
  const guint8 *common[2]; /* a bit for every pair of bytes */
  gint64 points[2];
  guint lead[2]; /* the first byte of a pair, 0 between characters */
  guint pairs;
};

enum
{
  GB,
  BIG5,
};

static const char *const encodings[] = { [GB] = "GB18030", [BIG5] = "BIG5" };

static void
mark_common (guint8 *bits, const char *encoding)
{
  GIConv converter = g_iconv_open (encoding, "UTF-8");
  if (converter == (GIConv) -1)
    return; /* a system without it cannot read it either, and says so then */
  for (const char *at = common_characters; *at != '\0'; at = g_utf8_next_char (at))
    {
      char *in = (char *) at;
      gsize left = g_utf8_next_char (at) - at;
      guint8 pair[4];
      char *out = (char *) pair;
      gsize room = sizeof pair;
      if (g_iconv (converter, &in, &left, &out, &room) != 0 || room != sizeof pair - 2)
        continue;
      guint code = pair[0] << 8 | pair[1];
      bits[code / 8] |= 1 << (code % 8);
    }
  g_iconv_close (converter);
}

/* A bit for every pair of bytes that is common; made once, and kept. */
static const guint8 *
get_common (int which)
{
  static gsize made[G_N_ELEMENTS (encodings)] = { 0 };
  if (g_once_init_enter (&made[which]))
    {
      guint8 *bits = g_new0 (guint8, 0x10000 / 8);
      mark_common (bits, encodings[which]);
      g_once_init_leave (&made[which], (gsize) bits);
    }
  return (const guint8 *) made[which];
}

/**
 * hf_han_score_new:
 *
 * Makes an empty score.
 *
 * Returns: (transfer full): a score
 */
HfHanScore *
hf_han_score_new (void)
{
  HfHanScore *self = g_new0 (HfHanScore, 1);
  for (int i = 0; i < 2; i++)
    self->common[i] = get_common (i);
  return self;
}

/* GB2312's first level is the 3,755 common characters, its second the 3,008 rarer ones; what
 * GBK and GB18030 added is rarer still. */
static int
rate_gb (guint lead, guint trail)
{
  if (trail < 0x40 || trail == 0x7F || trail == 0xFF)
    return IMPOSSIBLE;
  if (trail >= 0xA1 && lead >= 0xB0 && lead <= 0xD7)
    return ORDINARY;
  if (trail >= 0xA1 && (lead == 0xA1 || lead == 0xA3 || (lead >= 0xD8 && lead <= 0xF7)))
    return RARE;
  return STRANGE;
}

/* Big5's first level is the 5,401 common characters, its second the 7,652 rarer ones. */
static int
rate_big5 (guint lead, guint trail)
{
  if (trail < 0x40 || (trail > 0x7E && trail < 0xA1) || trail == 0xFF)
    return IMPOSSIBLE;
  if (lead >= 0xA4 && (lead < 0xC6 || (lead == 0xC6 && trail <= 0x7E)))
    return ORDINARY;
  if ((lead >= 0xA1 && lead <= 0xA3) || (lead >= 0xC9 && lead <= 0xF9))
    return RARE;
  return STRANGE;
}

static int
rate (const HfHanScore *self, int which, guint lead, guint trail)
{
  guint code = lead << 8 | trail;
  if (self->common[which][code / 8] & (1 << (code % 8)))
    return COMMON;
  return which == GB ? rate_gb (lead, trail) : rate_big5 (lead, trail);
}

static void
feed_byte (HfHanScore *self, int which, guint byte)
{
  guint lead = self->lead[which];
  if (lead == 0)
    {
      if (byte > 0x80 && byte < 0xFF)
        self->lead[which] = byte;
      else if (byte >= 0x80)
        self->points[which] += IMPOSSIBLE;
      return;
    }
  self->lead[which] = 0;
  /* Four bytes of GB18030: a digit second, and a pair like the first behind it. */
  if (which == GB && g_ascii_isdigit (byte))
    {
      self->points[which] += STRANGE;
      return;
    }
  self->points[which] += rate (self, which, lead, byte);
  self->pairs += which == GB;
}

/**
 * hf_han_score_feed:
 * @self: a score
 * @bytes: (array length=length): a piece of a text; pieces follow one another
 * @length: bytes
 *
 * Weighs more of the text.
 */
void
hf_han_score_feed (HfHanScore *self, const char *bytes, gsize length)
{
  for (gsize i = 0; i < length && self->pairs < ENOUGH_PAIRS; i++)
    {
      feed_byte (self, GB, (guint8) bytes[i]);
      feed_byte (self, BIG5, (guint8) bytes[i]);
    }
}

/**
 * hf_han_score_get_encoding:
 * @self: a score
 *
 * Says which encoding makes better Chinese of the bytes; GB18030 where they are even.
 *
 * Returns: "GB18030" or "BIG5"
 */
const char *
hf_han_score_get_encoding (const HfHanScore *self)
{
  return encodings[self->points[BIG5] > self->points[GB] ? BIG5 : GB];
}

/**
 * hf_han_score_get_quality:
 * @self: a score
 *
 * Says how good the Chinese is that the better encoding makes: everyday text has above 3
 * points, Latin letters in UTF-8 about 2, and Chinese in UTF-8 fewer than 0.
 *
 * Returns: the mean points of a pair of bytes, 0 where there was none
 */
double
hf_han_score_get_quality (const HfHanScore *self)
{
  gint64 best = MAX (self->points[GB], self->points[BIG5]);
  return self->pairs > 0 ? (double) best / self->pairs : 0;
}

/**
 * hf_han_score_free:
 * @self: (transfer full): a score
 *
 * Lets it go.
 */
void
hf_han_score_free (HfHanScore *self)
{
  g_free (self);
}

/**
 * hf_han_score_rate:
 * @text: UTF-8
 *
 * Says how good the Chinese of a text is, in the points of hf_han_score_get_quality().
 *
 * Returns: the mean points of a character, 0 where none is Chinese
 */
double
hf_han_score_rate (const char *text)
{
  gsize length;
  g_autofree char *bytes = g_convert (text, -1, encodings[GB], "UTF-8", NULL, &length, NULL);
  if (bytes == NULL)
    return 0;
  g_autoptr (HfHanScore) self = hf_han_score_new ();
  for (gsize i = 0; i < length; i++)
    feed_byte (self, GB, (guint8) bytes[i]);
  return self->pairs > 0 ? (double) self->points[GB] / self->pairs : 0;
}
