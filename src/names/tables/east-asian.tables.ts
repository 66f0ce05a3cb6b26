/**
 * Words of business and place in Han characters (simplified), hangul and kana, which stand without blanks in names of
 * bodies: a word of the Latin tables, then what it is written as. Longer words come before those within them.
 */
export const GLUED_WORDS: readonly string[] = `
technology 科技 技术 技術 기술 テクノロジー テクノ 과학기술
trading 贸易 商贸 商事 무역 交易 物产
international 国际 국제 インターナショナル 国際
group 集团 그룹 グループ
holding 控股 지주 ホールディングス
bank 银行 은행 バンク
insurance 保险 보험
investment 投资 투자
industry 工业 实业 产业 공업 산업 중공업 重工业 重工
electronics 电子 전자 エレクトロニクス
electric 电气 电器 电机 전기 电力
petroleum 石油 석유
petrochemical 石化 석유화학
chemical 化工 化学 화학
steel 钢铁 제철 철강 制铁
mining 矿业 광업
construction 建设 建筑 건설 건축
development 开发 发展 개발
energy 能源 에너지 エネルギー
logistics 物流 물류
transport 运输 운송 운수
shipping 海运 航运 해운 船务
aviation 航空 항공
aerospace 航天 우주
machine 机械 기계
manufacturing 制造 제조 制作
equipment 设备 装备 설비
food 食品 식품
pharma 制药 药业 医药 제약
telecom 电信 通信 통신 通讯
computer 计算机 컴퓨터 电脑
software 软件 소프트웨어
research 研究 연구
institute 研究院 研究所 연구소 연구원
university 大学 대학교
foundation 基金会 재단
association 协会 협회
ministry 部门
bureau 局
import 进口 수입
export 出口 수출
general 总
nuclear 核 원자력
shipyard 造船 조선소 船厂
textile 纺织 섬유
metal 金属 금속
motor 汽车 자동차 自动车
securities 证券 증권
fund 基金 펀드
hotel 酒店 호텔
army 人民军
navy 海军
cn 中国 중국
jp 日本 일본
kr 韩国 한국
kp 朝鲜 조선
ru 俄罗斯 러시아
us 美国 미국
hk 香港 홍콩
tw 台湾 대만
mo 澳门
sg 新加坡
vn 越南
beijing 北京 베이징
shanghai 上海 상하이
shenzhen 深圳 심천
guangzhou 广州
guangdong 广东
tianjin 天津 천진
dalian 大连 대련
dandong 丹东 단동
shandong 山东
zhejiang 浙江
jiangsu 江苏
wuhan 武汉
chengdu 成都
xinjiang 新疆
tokyo 东京 도쿄
osaka 大阪
seoul 首尔 서울
pyongyang 平壤 평양
`
  .trim()
  .split('\n')
