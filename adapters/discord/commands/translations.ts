import type { Locale, LocalizationMap } from 'discord-api-types/v10';
import type { commandName } from '../../../src/command/catalogue.ts';
import type { queryOption, TypedOption } from './typed-options.ts';

/** What has a name of its own in other languages: the options, and the command of the context menu. */
export type Term = typeof queryOption | TypedOption | typeof commandName | 'price';

/** The languages that have translations, as Discord names them. */
export const languages = ['de', 'fr', 'es-ES', 'ja', 'zh-CN'] as const satisfies readonly `${Locale}`[];

type Language = (typeof languages)[number];
type Translation = readonly [name: string, description: string];

/** Name and description by term and language. Only what Discord shows around a question; answers are English. */
const translations: Readonly<Record<Term, Readonly<Record<Language, Translation>>>> = {
  convparams: {
    de: ['convparams', 'Was eine Faltungsschicht kostet: Parameter, MACs, und was separable spart'],
    fr: ['convparams', 'Ce que coûte une couche de convolution : paramètres, MACs, et le gain en séparable'],
    'es-ES': [
      'convparams',
      'Lo que cuesta una capa convolucional: parámetros, MACs y lo que ahorra separable',
    ],
    ja: ['convparams', '畳み込み層のコスト：パラメータ数、MACs、分離可能にした場合の削減'],
    'zh-CN': ['convparams', '卷积层的开销：参数量、MACs，以及可分离卷积能节省多少'],
  },
  price: {
    de: ['Faltungsschichten berechnen', ''],
    fr: ['Chiffrer les convolutions', ''],
    'es-ES': ['Calcular convoluciones', ''],
    ja: ['畳み込み層を計算', ''],
    'zh-CN': ['计算卷积层', ''],
  },
  query: {
    de: ['frage', 'Eine Schicht, mehrere, oder Code: 7 512 512 nobias; nn.Conv2d(3, 64, 7); help'],
    fr: ['question', 'Une couche, plusieurs, ou du code : 7 512 512 nobias ; nn.Conv2d(3, 64, 7) ; help'],
    'es-ES': ['pregunta', 'Una capa, varias, o código: 7 512 512 nobias; nn.Conv2d(3, 64, 7); help'],
    ja: ['質問', '1つまたは複数の層、またはコード：7 512 512 nobias、nn.Conv2d(3, 64, 7)、help'],
    'zh-CN': ['问题', '一层、多层或代码：7 512 512 nobias；nn.Conv2d(3, 64, 7)；help'],
  },
  kernel: {
    de: ['kernel', 'Kernel: 7, 1x7 oder 3x3x3; ohne Angabe 3'],
    fr: ['noyau', 'Noyau : 7, 1x7 ou 3x3x3 ; 3 par défaut'],
    'es-ES': ['kernel', 'Kernel: 7, 1x7 o 3x3x3; 3 si falta'],
    ja: ['カーネル', 'カーネル：7、1x7、3x3x3 など。省略時は 3'],
    'zh-CN': ['卷积核', '卷积核：7、1x7 或 3x3x3；默认 3'],
  },
  in: {
    de: ['eingang', 'Eingangskanäle'],
    fr: ['entrée', "Canaux d'entrée"],
    'es-ES': ['entrada', 'Canales de entrada'],
    ja: ['入力チャネル', '入力チャネル数'],
    'zh-CN': ['输入通道', '输入通道数'],
  },
  out: {
    de: ['ausgang', 'Ausgangskanäle: die Zahl der Filter'],
    fr: ['sortie', 'Canaux de sortie : le nombre de filtres'],
    'es-ES': ['salida', 'Canales de salida: el número de filtros'],
    ja: ['出力チャネル', '出力チャネル数（フィルタ数）'],
    'zh-CN': ['输出通道', '输出通道数，即滤波器个数'],
  },
  bias: {
    de: ['bias', 'Bias: eine Zahl je Ausgangskanal; ohne Angabe an'],
    fr: ['biais', 'Biais : un nombre par canal de sortie ; activé par défaut'],
    'es-ES': ['sesgo', 'Sesgo: un número por canal de salida; activado si falta'],
    ja: ['バイアス', '出力チャネルごとに1つ。省略時はあり'],
    'zh-CN': ['偏置', '每个输出通道一个；默认有'],
  },
  groups: {
    de: ['gruppen', 'Gruppen: jeder Ausgang sieht nur die Eingänge seiner Gruppe'],
    fr: ['groupes', 'Groupes : chaque sortie ne voit que les entrées de son groupe'],
    'es-ES': ['grupos', 'Grupos: cada salida solo ve las entradas de su grupo'],
    ja: ['グループ', 'グループ数：各出力は自分のグループの入力だけを見る'],
    'zh-CN': ['分组', '分组数：每个输出只看本组的输入'],
  },
  stride: {
    de: ['stride', 'Schrittweite des Kernels: 2 oder 2x1'],
    fr: ['pas', 'Pas du noyau : 2 ou 2x1'],
    'es-ES': ['paso', 'Paso del kernel: 2 o 2x1'],
    ja: ['ストライド', 'ストライド：2、2x1 など'],
    'zh-CN': ['步幅', '步幅：2 或 2x1'],
  },
  padding: {
    de: ['padding', 'Padding: 1, same, valid oder causal'],
    fr: ['padding', 'Padding : 1, same, valid ou causal'],
    'es-ES': ['relleno', 'Relleno: 1, same, valid o causal'],
    ja: ['パディング', 'パディング：1、same、valid、causal'],
    'zh-CN': ['填充', '填充：1、same、valid 或 causal'],
  },
  dilation: {
    de: ['dilation', 'Dilation: Abstand der Positionen, die der Kernel betrachtet'],
    fr: ['dilatation', 'Dilatation : écart entre les positions que regarde le noyau'],
    'es-ES': ['dilatación', 'Dilatación: distancia entre las posiciones que mira el kernel'],
    ja: ['ダイレーション', 'ダイレーション：カーネルが見る位置の間隔'],
    'zh-CN': ['膨胀', '膨胀率：卷积核所看位置的间距'],
  },
  input: {
    de: ['größe', 'Eingabegröße: 56 oder 224x224; ergänzt MACs, Ausgabegröße und Bytes'],
    fr: ['taille', "Taille de l'entrée : 56 ou 224x224 ; ajoute MACs, taille de sortie et octets"],
    'es-ES': ['tamaño', 'Tamaño de entrada: 56 o 224x224; añade MACs, tamaño de salida y bytes'],
    ja: ['入力サイズ', '入力サイズ：56、224x224 など。MACs、出力サイズ、バイト数を追加'],
    'zh-CN': ['输入尺寸', '输入尺寸：56 或 224x224；增加 MACs、输出尺寸和字节数'],
  },
  share: {
    de: ['teilen', 'Im Kanal antworten, nicht nur mir'],
    fr: ['partager', 'Répondre dans le salon, pas seulement à moi'],
    'es-ES': ['compartir', 'Responder en el canal, no solo a mí'],
    ja: ['共有', '自分だけでなくチャンネルに回答する'],
    'zh-CN': ['分享', '在频道中回答，而不仅是给我'],
  },
};

/** A term's names and descriptions in the languages that have them, as Discord takes them. */
export function localisations(term: Term): Localisations {
  const entries = Object.entries(translations[term]);
  return {
    name_localizations: Object.fromEntries(entries.map(([language, [name]]) => [language, name])),
    description_localizations: Object.fromEntries(
      entries.map(([language, [, description]]) => [language, description]),
    ),
  };
}

type Localisations = Readonly<Record<'name_localizations' | 'description_localizations', LocalizationMap>>;
