export const zhPlayground = {
  title: "查询 · 八级工进度台",
  name: "查询",
  back: "回到总览",
  examples: "示例查询",
};
