/**
 * Characters of names by their spelling in Hong Kong, simplified forms: a spelling, then its characters.
 *
 * @source spellings of the Government of Hong Kong and of its telephone books
 */
export const CANTONESE: readonly string[] = `
au 区欧 auyeung 欧阳 biu 彪标 cham 湛 chak 泽翟 chan 陈灿赞 chau 秋 che 车 cheng 郑 cheong 昌畅 cheuk 卓灼 cheung 张章璋彰翔祥长蒋 chi 志智芝芷之知慈治致
chin 千展钱 ching 程正静清青菁晶晴靖政呈贞 chiu 赵超朝潮照昭 cho 祖曹 choi 蔡才材财彩 chong 庄 chow 周邹 chu 朱珠 chuen 传全泉铨荃存 chui 徐 chuk 竹祝 chun 俊振镇春骏真珍津
chung 钟忠中宗松聪 fai 辉晖 fan 范芬樊 fat 发法佛 fo 火 fok 霍 fong 方芳房 fu 傅虎富符夫 fuk 福 fung 冯峰锋枫丰风凤 ha 夏霞 hak 克黑 hau 侯孝巧厚 hang 恒幸衡杏 hei 喜希熙禧曦 hin 轩显宪 hing 兴庆馨
hiu 晓 ho 何贺浩豪河好可 hoi 海凯开 hok 学鹤 hong 康航 hui 许 hung 雄洪鸿红孔 ka 家嘉加 kai 佳启继鸡 kam 甘金锦琴 kan 简根勤 kau 九球 kei 其基奇祺琪纪期 keung 强姜 kin 健建坚乾 king 景敬琼经 kit 杰洁结
ko 高 kong 江刚港岗 koo 古顾 kuen 权娟 kuk 菊谷 kung 龚恭 kwai 贵葵桂 kwan 关君钧均群坤昆 kwok 国郭 kwong 光邝广 lai 黎丽礼励赖 lam 林霖蓝 lan 兰 lap 立 lau 刘流柳楼 law 罗 lee 李利 leung 梁良亮 lik 力历 lin 连莲
ling 玲凌灵 lo 卢劳 lok 骆乐洛 long 朗 luen 联 lui 雷吕 luk 陆六禄 lung 龙隆 ma 马 mak 麦 man 文敏民万曼雯 mang 孟 mei 美薇媚微 ming 明铭鸣名 miu 缪妙苗 mo 巫武毛 mok 莫 mui 梅 muk 木 mun 满 nam 南
ng 吴伍五 nga 雅 ngai 倪魏 ngan 颜银 nin 年 ning 宁 o 柯 on 安 pak 白柏百北伯 pan 彬 pang 彭鹏 pat 八 pau 包鲍 pik 碧 ping 平萍苹炳 po 宝保布 pong 邦庞 poon 潘 pui 佩培沛贝 pun 斌 sai 西世 sam 三 sang 生 sau 秀修寿
sham 岑 shan 山珊 shek 石 sheung 双尚裳 shing 成诚承城盛 shiu 韶萧 shu 树书舒 shui 水 shum 沈 shun 信顺舜纯淳 sin 冼倩仙善先 sing 星胜升声圣 siu 小少兆绍邵 so 苏 suen 孙宣璇 suet 雪 sui 瑞 suk 淑 sum 心琛深 sun 新晨辰臣 sung 宋
sze 施思诗师士史司 szeto 司徒 tai 大戴泰 tak 德 tam 谭 tan 丹 tang 邓 tat 达 tau 窦 tik 狄 tin 天田 ting 婷霆丁 tit 铁 to 杜涛 tong 唐汤棠堂 tsang 曾 tse 谢 tsui 崔 tsz 子 tuen 段 tung 东董冬栋彤桐 wah 华 wai 伟慧惠韦维威卫炜蔚惟怀 wan 温尹云 wang 宏
wing 永荣颖泳咏 wo 和 wong 王黄汪旺 woo 胡 wu 胡 yam 任 yan 欣仁恩茵 yat 一日逸 yau 邱游丘佑友有尤 yee 仪义绮意懿 yeung 杨阳洋扬 yi 怡以二 yik 易益翼奕 yim 严 yin 燕贤言彦然延 ying 英莹盈影瑛应 yip 叶业 yiu 姚耀尧瑶 yu 余于宇如裕瑜俞儒 yue 俞 yuen 袁阮源元远圆缘 yuet 月越 yuk 玉钰旭育毓 yun 润 yung 容翁勇
`
  .trim()
  .split(/\s+/)
