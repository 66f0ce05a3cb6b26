// The theme and the language a reader chose, set before the first paint. Without a choice the system decides.
;(function () {
  var root = document.documentElement
  var asked = new URLSearchParams(location.search)
  function kept(name) {
    try {
      return localStorage.getItem('wholists.' + name)
    } catch {
      return null
    }
  }
  var theme = asked.get('theme') || kept('theme')
  if (theme === 'dark' || theme === 'light') root.dataset.theme = theme
  var lang = asked.get('lang') || kept('lang')
  if (lang === 'ar') {
    root.lang = 'ar'
    root.dir = 'rtl'
  }
})()
