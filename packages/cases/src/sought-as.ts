// Words by which people look for an act and that its label and definition lack: what the field says, names of products,
// and the Arabic for them. They are searched in every language of the screen and shown nowhere. Naming a product here says
// nothing about it.

/** Code of an act to the words, apart by spaces. */
export const soughtAs: Readonly<Record<string, string>> = {
  spyware: "spyware Pegasus Predator hacked phone بيغاسوس بريداتور تجسس اختراق هاتف هكر",
  "spyware.infection":
    "Pegasus Predator Graphite Candiru FinFisher hacked phone infected mercenary spyware بيغاسوس بيجاسوس بريداتور غرافيت تجسس هاتف مخترق مصاب",
  "spyware.infection.zero-click": "Pegasus zero click exploit iMessage بيغاسوس بيجاسوس ثغرة بلا نقر",
  "spyware.infection.one-click": "Pegasus Predator exploit link clicked بيغاسوس بريداتور رابط ثغرة",
  "spyware.infection.physical": "installed at a checkpoint in custody forensic ثُبت أثناء التوقيف حاجز",
  "spyware.infection.network": "network injection man in the middle redirect حقن الشبكة إعادة توجيه",
  "spyware.attempt":
    "Pegasus Predator suspicious link hacking attempt بيغاسوس بريداتور رابط مشبوه محاولة اختراق",
  "spyware.attempt.warned":
    "threat notification Apple Google Meta WhatsApp alert إشعار تهديد آبل غوغل ميتا واتساب",
  "spyware.stalkerware":
    "stalkerware partner spying app child monitoring app spouseware تطبيق تجسس الشريك مراقبة الزوجة",
  "spyware.malware": "virus trojan RAT keylogger infostealer فيروس حصان طروادة مسجل مفاتيح",
  "spyware.malware.ransom": "ransomware encrypted files فدية رانسوم تشفير الملفات",
  "spyware.supply": "NSO Intellexa export vendor exporter بيع تصدير شركة مورد",
  "account.takeover": "hacked account hijacked login stolen password اختراق حساب سرقة حساب تهكير كلمة السر",
  "account.takeover.messenger": "WhatsApp Telegram Signal hijacked linked device واتساب تلغرام سيغنال سرقة",
  "account.takeover.page":
    "Facebook page YouTube channel Instagram stolen صفحة فيسبوك قناة يوتيوب إنستغرام سرقة",
  "account.phishing": "fake login page credential theft صفحة دخول مزيفة احتيال سرقة كلمة السر",
  "account.phishing.targeted": "spear phishing تصيد احتيالي موجه",
  "account.phishing.code": "OTP 2FA verification code رمز التحقق المصادقة الثنائية",
  "account.sim-swap": "SIM swap SIM swapping port-out number hijack تبديل الشريحة سرقة الشريحة سيم",
  "account.site-attack.flood": "DDoS denial of service حجب الخدمة دي دوس",
  "account.site-attack.intrusion": "defacement hacked website تشويه موقع تهكير",
  "surveillance.interception":
    "wiretap wiretapping eavesdropping tapped phone lawful interception تنصت تجسس على المكالمات",
  "surveillance.interception.calls": "wiretap tapped phone SMS SS7 تنصت مكالمات رسائل",
  "surveillance.interception.internet": "deep packet inspection DPI man in the middle فحص عميق للحزم",
  "surveillance.interception.cell-site": "IMSI catcher stingray ملتقط الشرائح برج وهمي",
  "surveillance.interception.room": "bug hidden microphone camera ميكروفون مخفي كاميرا مخفية",
  "surveillance.location": "GPS tracking geolocation تتبع الموقع جي بي إس",
  "surveillance.location.tag": "AirTag GPS tracker car إير تاغ جهاز تتبع سيارة",
  "surveillance.location.data": "data broker advertising data ADINT SS7 بيانات إعلانية وسيط بيانات",
  "surveillance.mass": "bulk surveillance dragnet مراقبة شاملة جماعية",
  "surveillance.mass.scanning": "client-side scanning chat control فحص الرسائل على الجهاز",
  "surveillance.mass.profiling": "predictive policing social scoring AI شرطة تنبؤية ذكاء اصطناعي",
  "surveillance.monitoring": "social media monitoring OSINT SOCMINT مراقبة وسائل التواصل فيسبوك تويتر",
  "surveillance.monitoring.infiltration":
    "undercover fake profile infiltrated group WhatsApp Telegram مندس حساب وهمي مجموعة واتساب",
  "surveillance.following": "tailed shadowed physical surveillance ملاحقة مراقبة ميدانية",
  "surveillance.face-recognition": "facial recognition FRT cameras CCTV كاميرات التعرف على الوجه",
  "surveillance.biometric": "fingerprints iris DNA gait voice بصمات قزحية حمض نووي",
  "network.shutdown":
    "blackout internet outage kill switch cut off KeepItOn انقطاع الإنترنت تعتيم قطع الشبكة",
  "network.shutdown.mobile": "mobile internet 3G 4G إنترنت الجوال",
  "network.throttling": "slow internet bandwidth إنترنت بطيء سرعة",
  "network.site-blocking": "censored website blocked page DNS موقع محجوب رقابة",
  "network.service-blocking":
    "WhatsApp Telegram Signal Facebook Twitter X TikTok blocked VoIP حجب واتساب تلغرام فيسبوك تويتر تيك توك",
  "network.service-blocking.circumvention": "VPN Tor proxy blocked حجب في بي إن تور بروكسي",
  "content.takedown": "deleted post removed video censorship حذف منشور فيديو رقابة",
  "content.takedown.copyright": "DMCA copyright strike حقوق النشر إنذار",
  "content.suspension": "banned account deplatformed deactivated حظر حساب إغلاق حساب",
  "content.demotion": "shadow ban shadowbanning reach algorithm حظر خفي شادو بان خوارزمية",
  "content.false-reports": "mass reporting flagging brigading تبليغ جماعي بلاغات كاذبة",
  harassment: "trolling cyberbullying online abuse online violence تنمر إلكتروني ذباب إلكتروني إساءة",
  "harassment.coordinated":
    "trolls troll army brigading pile-on dogpiling smear campaign hashtag ذباب إلكتروني لجان إلكترونية حملة هاشتاغ",
  "harassment.coordinated.bots": "bots botnet troll farm بوتات ذباب إلكتروني حسابات وهمية",
  "harassment.hate-speech": "hate speech racism homophobia خطاب كراهية عنصرية",
  "harassment.gendered":
    "misogyny sexism technology-facilitated gender-based violence TFGBV كراهية النساء عنف رقمي ضد النساء",
  "harassment.doxing":
    "dox doxx doxxing doxed doxxed home address phone number leaked دوكسينغ دوكس تسريب عنوان البيت نشر رقم الهاتف كشف المعلومات الشخصية",
  "harassment.doxing.relatives": "dox doxx doxxing family دوكسينغ دوكس الأسرة",
  "harassment.doxing.orientation": "outing outed dox doxx دوكسينغ فضح الميول",
  "harassment.intimate-image": "revenge porn nudes NCII image-based abuse انتقام إباحي صور عارية",
  "harassment.intimate-image.real": "revenge porn nudes leaked NCII انتقام إباحي صور عارية مسربة",
  "harassment.intimate-image.synthetic":
    "deepfake porn deepfakes deep fake nudify AI nudes fake nudes ديب فيك تزييف عميق صور عارية مفبركة ذكاء اصطناعي",
  "harassment.intimate-image.extortion": "sextortion blackmail ابتزاز جنسي إلكتروني",
  "harassment.stalking": "cyberstalking stalker مطاردة إلكترونية",
  disinformation: "fake news disinformation deepfake أخبار كاذبة تضليل ديب فيك",
  "disinformation.smear": "defamation slander discredit smear campaign حملة تشويه تشهير",
  "disinformation.smear.labelled":
    "red-tagging foreign agent traitor terrorist list عميل أجنبي خائن قائمة الإرهاب",
  "disinformation.synthetic":
    "deepfake deepfakes deep fake AI generated manipulated ديب فيك تزييف عميق التزييف العميق مفبرك ذكاء اصطناعي",
  "disinformation.synthetic.voice":
    "voice clone cloned voice audio deepfake deep fake استنساخ صوت ديب فيك تزييف عميق التزييف العميق",
  "disinformation.synthetic.video":
    "deepfake deep fake fake video photo manipulated AI ديب فيك تزييف عميق التزييف العميق فيديو مفبرك",
  "disinformation.synthetic.text": "fake screenshot forged document chat لقطة شاشة مزورة محادثة مفبركة",
  "disinformation.impersonation": "fake account fake profile catfish حساب مزيف حساب وهمي",
  "disinformation.planted": "fabricated evidence files planted on computer تلفيق أدلة ملفات مدسوسة",
  "legal.slapp":
    "SLAPP sued sues sue court claim vexatious lawsuit judicial harassment defamation suit demanda denuncia querella demandado procès poursuite plainte assigné رفع دعوى قضية محكمة سلاب دعوى كيدية مضايقة قضائية تشهير",
  "legal.charges.expression":
    "defamation insult lese-majesty blasphemy arrested for a post إهانة قذف ازدراء منشور",
  "legal.detention":
    "prison jail custody arbitrary detention administrative detention سجن حبس اعتقال إداري تعسفي",
  "legal.arrest":
    "arrested taken into custody picked up detenido arrestado arrêté interpellé interpellation اعتقال قبض حبس",
  "legal.detention.incommunicado": "secret detention held in secret اعتقال سري",
  "legal.travel-ban": "passport confiscated airport exit ban جواز السفر مطار",
  "legal.closure": "NGO dissolved deregistered shut down حل جمعية إغلاق منظمة",
  transnational: "transnational repression exile diaspora TNR القمع العابر للحدود منفى شتات",
  "transnational.relatives": "family at home hostage proxy punishment عائلة في الوطن رهينة",
  "transnational.physical.abduction": "kidnapped abroad rendition خطف في الخارج ترحيل قسري",
  "transnational.documents": "passport refused consulate جواز سفر قنصلية",
  "transnational.documents.notice": "Interpol red notice إنتربول نشرة حمراء",
  "transnational.return": "deportation refoulement forced back ترحيل إعادة قسرية",
  "seizure.device": "phone confiscated laptop taken مصادرة هاتف حاسوب",
  "seizure.raid": "police raid house search اقتحام تفتيش منزل",
  "seizure.extraction.tool": "Cellebrite UFED GrayKey forensic extraction سيليبرايت استخراج البيانات",
  "seizure.data-demand": "subpoena user data request طلب بيانات المستخدم",
  "physical.killing": "murder assassination murdered shot اغتيال مقتل جريمة قتل",
  "physical.attempted-killing": "assassination attempt محاولة اغتيال",
  "physical.assault": "beaten beating attacked ضرب اعتداء",
  "physical.assault.at-protest":
    "tear gas rubber bullets police violence demonstration غاز مسيل رصاص مطاطي مظاهرة",
  "physical.sexual-violence": "rape sexual assault اغتصاب تحرش",
  "physical.disappearance": "disappeared missing forced disappearance مخفي قسرا مفقود",
  "physical.abduction": "kidnapping kidnapped خطف",
  "physical.displacement": "evicted displaced fled نزوح إخلاء تهجير",
};
