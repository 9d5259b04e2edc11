import type { Dice } from "./dice.ts";

/** Syllables that no known firm joins; a unit's own name is two of them. */
const FIRST = [..."霁砚璟澹翊岑珩榆溦峤昀沅筠骞琅稷峣澍翎禔旸垚"];
const SECOND = [..."陇垣畴汀屿煦栎塬棠砾鸢浔岫桤檀堰岷苒筑梓蓼芃"];

/** What a unit makes, by sector, as its name tells it. */
const TRADES: Readonly<Record<string, readonly string[]>> = {
  I1: ["电子科技", "光电显示", "微电子", "电子元件"],
  I2: ["重型机械", "精密制造", "动力装备", "航空部件", "轨道装备"],
  I3: ["食品", "饮品", "调味食品"],
  I4: ["特种钢", "玻纤材料", "钒钛材料", "建材"],
  I5: ["化工", "清洁能源", "水电", "天然气化工"],
  I6: ["数字技术", "数据服务", "软件"],
  A01: ["粮油"],
  A02: ["生猪养殖"],
  A03: ["茶业"],
  A04: ["蔬菜"],
  A05: ["酒业"],
  A06: ["竹业"],
  A07: ["果业"],
  A08: ["中药"],
  A09: ["牧业"],
  A10: ["渔业"],
  A11: ["种业"],
  A12: ["农机"],
  A13: ["冷链"],
  S01: ["商贸", "百货"],
  S02: ["物流", "港航物流"],
  S03: ["金融服务"],
  S04: ["文旅", "景区运营"],
  S05: ["科技信息"],
  S06: ["会展"],
  S07: ["人力资源"],
  S08: ["餐饮"],
  S09: ["医养", "康养"],
  S10: ["家政", "社区服务"],
  U0: ["应急装备", "消防技术", "安全保障"],
  O0: ["水务", "公共交通", "环境卫生"],
};

/** Gives each unit a name that none before it had. */
export function createUnitNames(dice: Dice): (place: string, sectorCode: string, suffix: string) => string {
  const taken = new Set<string>();
  return (place, sectorCode, suffix) => {
    for (let tries = 0; ; tries++) {
      const third = tries > 20 ? dice.pick(SECOND) : "";
      const name = `${place}${dice.pick(FIRST)}${dice.pick(SECOND)}${third}${dice.pick(TRADES[sectorCode]!)}${suffix}`;
      if (taken.has(name)) continue;
      taken.add(name);
      return name;
    }
  };
}

const FAMILY = [..."王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗梁宋郑谢韩唐冯于董萧程曹袁邓许傅沈曾彭吕"];
const GIVEN = [..."川蜀砚禾澄垚恪昱骁彧珂沐筠晗翀璨屹铄钧铭锴焱炜煜岷嘉峻岑峤崧穗苒芃芮茗菀蓁蔓璟珺琬瑄"];

export function inventedPersonName(dice: Dice): string {
  return dice.pick(FAMILY) + dice.pick(GIVEN) + (dice.chance(0.7) ? dice.pick(GIVEN) : "");
}
