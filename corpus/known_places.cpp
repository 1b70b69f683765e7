#include "corpus/known_places.hpp"

#include <algorithm>
#include <string>

#include "corpus/word_set.hpp"

namespace dateline {

namespace {

// In the rows, '_' stands for a blank.

// Capitals, and other cities whose name alone stands in datelines, in English and in the languages
// of the agencies. Left out: those whose name is as often something else (Nice, Split, Nancy).
constexpr std::string_view city_row =
    "aberdeen abidjan abu_dhabi abuja acapulco accra adana addis_ababa adelaide aden agadir "
    "ahmedabad aix-en-provence akron albany albuquerque aleppo alexandria alger algiers "
    "alicante allentown almaty amman amsterdam anaheim anchorage ankara ann_arbor annapolis "
    "antalya antananarivo antwerp antwerpen arlington ashgabat asmara astana asuncion athen "
    "athens atlanta atlantic_city auckland austin bagdad baghdad bahrain bakersfield baku "
    "bali baltimore bamako bandar_seri_begawan bangalore bangkok bangui banjul barcelona "
    "barcelone basel basle basra bassora baton_rouge beijing beirut belfast belgrad belgrade "
    "belo_horizonte bengaluru benghazi berkeley berlin bern berne bethlehem beverly_hills "
    "beyrouth biarritz bilbao birmingham bishkek bissau bloomington bogota boise bologna "
    "bombay bonn bordeaux boston boulder brasilia bratislava brazzaville bregenz bremen "
    "bridgeport brisbane bristol brno brooklyn bruessel bruges brunswick brussel brussels "
    "bruxelles bucarest bucharest budapest buenos_aires buffalo bujumbura bukarest burlington "
    "bursa busan cairo calcutta calgary cali cambridge canberra cancun cannes canton "
    "cape_canaveral cape_town caracas cardiff cartagena casablanca cedar_rapids charleston "
    "charlottesville chattanooga chengdu chennai cherbourg chiang_mai chicago chihuahua "
    "chisinau chittagong chongqing christchurch cidade_do_vaticano cincinnati "
    "citta_del_vaticano ciudad_de_mexico ciudad_del_vaticano ciudad_juarez clermont-ferrand "
    "cleveland cluj cologne colombo colorado_springs columbus conakry copenhagen copenhague "
    "cordoba corpus_christi cotonou coventry curitiba dakar dallas damas damasco damascus "
    "damaskus danang dar_es_salaam darwin davao davos dayton daytona_beach delhi den_haag "
    "denver derry des_moines detroit dhaka dijon dili diyarbakir djibouti doha donetsk "
    "dortmund douala dresden dubai dublin dubrovnik duesseldorf duluth durban durham dushanbe "
    "dusseldorf east_lansing edinburgh edmonton eindhoven el_cairo el_paso erbil erfurt "
    "eugene fairbanks fallujah fargo ferguson firenze flint florenz fort_lauderdale "
    "fort_wayne fort_worth frankfurt frankfurt_am_main fredericton freetown freiburg fresno "
    "fukuoka fukushima gaborone gainesville galveston garmisch-partenkirchen gaza gaza_city "
    "gdansk geneva geneve genf genoa genova genua ghent ginebra glasgow goma goteborg "
    "gothenburg grand_rapids graz green_bay greensboro greenville grenoble grozny guadalajara "
    "guangzhou guantanamo_bay guatemala_city guayaquil gurgaon haifa halifax hamburg hangzhou "
    "hannover hanoi hanover harare harbin harrisburg hartford havana havanna hebron "
    "heidelberg helsinki hiroshima ho_chi_minh_city hobart hollywood hong_kong hongkong "
    "honolulu houston huntsville hyderabad il_cairo indianapolis innsbruck iowa_city iqaluit "
    "irbil islamabad istanbul izmir jacksonville jaipur jakarta jalalabad jeddah jerusalem "
    "jerusalen johannesburg joplin juba juneau kaboul kabul kairo kampala kandahar "
    "kansas_city kapstadt karachi karlsruhe kassel kathmandu katmandu kazan kharkiv khartoum "
    "khartum kiel kiev kiew kigali kingston kinshasa kirkuk klagenfurt knoxville kobe koeln "
    "kolkata koln kopenhagen krakow kuala_lumpur kunming kuwait kuwait_city kyiv kyoto "
    "la_habana la_havane la_haye la_jolla la_paz lagos lahore lansing laramie las_palmas "
    "las_vegas lausanne le_bourget le_caire le_havre leeds leicester leipzig lexington lhasa "
    "liege lille lilongwe lima limassol limoges linz lisboa lisbon lisbonne lissabon "
    "little_rock liverpool livingston ljubljana lome london londra londres long_beach "
    "los_angeles los_cabos louisville luanda lubbock lucknow lugano luhansk lusaka luxemburg "
    "luzern lviv lyon lyons macau macon madrid magdeburg mailand mainz malabo malaga managua "
    "manama manaus manchester mandalay manila maputo mar_del_plata maracaibo mariupol "
    "marrakech marrakesh marseille marseilles mazar-i-sharif mbabane mecca medellin melbourne "
    "memphis mendoza mexico_city mexiko-stadt miami miami_beach milan milano milwaukee "
    "minneapolis minsk mogadishu mombasa monaco monrovia monterey monterrey montevideo "
    "montgomery montpelier montpellier montreal mosca moscou moscow moscu moskau moskva mosul "
    "muenchen muenster mumbai munchen munich munster muscat myrtle_beach n'djamena "
    "naciones_unidas nagasaki nagoya nairobi nanjing nantes naples napoli nashville nassau "
    "neapel neu-delhi new_delhi new_haven new_orleans new_york new_york_city newark newcastle "
    "newport niamey nicosia nikosia nizza norfolk nouakchott novosibirsk nuernberg nueva_york "
    "nuremberg nurnberg oakland oaxaca odessa okinawa oklahoma_city omaha oran orlando osaka "
    "oslo ottawa ouagadougou oxford palermo palm_beach palm_springs palo_alto panama_city "
    "panmunjom parigi paris pasadena patna pattaya pearl_harbor pekin peking pensacola peoria "
    "perth peshawar philadelphia phnom_penh phoenix phuket pittsburgh podgorica port_harcourt "
    "port_louis port_moresby port_of_spain port-au-prince portland porto porto_alegre potsdam "
    "poznan prag praga prague pretoria princeton pristina providence provo puebla pune "
    "pyongyang quebec quebec_city queens quetta quito rabat raleigh ramadi ramallah rangoon "
    "rapid_city ravenna rawalpindi recife regensburg reims rennes reno reykjavik riad "
    "richmond riga rio_de_janeiro riyadh roanoke rochester rockville rom roma rome rosario "
    "rostock rostov-on-don rotterdam rouen saarbrucken sacramento saigon salisbury "
    "salt_lake_city salvador salzburg samarra san_antonio san_diego san_francisco san_jose "
    "san_juan san_salvador san_sebastian sanaa santa_ana santa_barbara santa_clara santa_cruz "
    "santa_fe santa_monica santiago santiago_de_chile santiago_de_compostela santo_domingo "
    "sao_paulo sapporo sarajevo sarasota savannah schanghai schwerin scottsdale seattle seoul "
    "sevastopol sevilla seville shanghai sharjah sharm_el-sheikh sheffield shenyang shenzhen "
    "shreveport silver_spring simferopol singapore singapur sioux_city sioux_falls sirte "
    "skopje sochi sofia sophia_antipolis south_bend southampton spokane springfield srinagar "
    "st_gallen st_louis st_paul st_petersburg st_polten stamford stockholm strasbourg "
    "strassburg stuttgart sucre suva sydney syracuse tacoma taipei tallahassee tallinn tampa "
    "tampa_bay tampere tangier tashkent tbilisi tegucigalpa teheran tehran tel_aviv tempe "
    "the_hague thessaloniki thimphu tianjin tijuana tikrit timbuktu tirana tokio tokyo toledo "
    "topeka torino toronto toulouse tours trenton trieste tripoli tripolis tucson tulsa tunis "
    "turin turku ulaanbaatar ulan_bator ulm united_nations uppsala utrecht vaduz valencia "
    "valletta valparaiso vancouver varsovie vatican_city vatikanstadt venedig venezia venice "
    "veracruz vereinte_nationen verona versailles viena vienna vienne vientiane vilnius "
    "virginia_beach vladivostok warsaw warschau washington wellington west_palm_beach "
    "white_plains whitehorse wichita wien wiesbaden wilmington windhoek winnipeg "
    "winston-salem wolfsburg worcester wroclaw wuhan xi'an yangon yaounde yekaterinburg "
    "yellowknife yerevan yokohama yuma zagabria zagreb zanzibar zaragoza zhengzhou zuerich "
    "zurich";

// Of the postal codes of states, those that AP does not write with other letters come after its
// abbreviations.
constexpr std::string_view region_row =
    "afghanistan ak al ala alabama alaska albania alberta alemania algeria allemagne andorra "
    "angola antigua ar argentina ariz arizona ark arkansas armenia australia austria az "
    "azerbaijan bahamas bahrain bangladesh barbados bc belarus belgique belgium belize benin "
    "bermuda bhutan bolivia bosnia bosnia_and_herzegovina bosnia-herzegovina botswana brasil "
    "brazil britain british_columbia brunei bulgaria burkina_faso burma burundi ca calif "
    "california cambodia cameroon canada cape_verde cayman_islands central_african_republic "
    "chad chile china co colo colombia colorado comoros congo conn connecticut costa_rica "
    "cote_d'ivoire crimea croatia ct cuba cyprus czech_republic dc de del delaware denmark "
    "deutschland djibouti dominican_republic dubai east_timor ecuador egypt el_salvador "
    "england equatorial_guinea eritrea espagne espana estonia eswatini ethiopia fiji finland "
    "fl fla florida france francia frankreich ga gabon gambia gaza gaza_strip georgia germany "
    "ghana gibraltar greece greenland grenada guam guatemala guinea guinea-bissau guyana "
    "haiti hawaii hi honduras hungary ia iceland id idaho il ill illinois in ind india "
    "indian-administered_kashmir indiana indonesia iowa iran iraq ireland israel italia "
    "italien italy ivory_coast jamaica japan jordan kan kans kansas kashmir kazakhstan "
    "kentucky kenya kosovo ks kuwait ky kyrgyzstan la laos latvia lebanon lesotho liberia "
    "libya liechtenstein lithuania louisiana luxembourg ma macedonia madagascar maine malawi "
    "malaysia maldives mali malta manitoba marshall_islands maryland mass massachusetts "
    "mauritania mauritius md me mexico mi mich michigan micronesia minn minnesota miss "
    "mississippi missouri mn mo moldova monaco mongolia mont montana montenegro morocco "
    "mozambique ms mt myanmar namibia nauru nc nd ne neb nebr nebraska nepal netherlands nev "
    "nevada new_brunswick new_caledonia new_hampshire new_jersey new_mexico new_south_wales "
    "new_york new_zealand newfoundland nh nicaragua niger nigeria nj nm north_carolina "
    "north_dakota north_korea north_macedonia northern_ireland norway nova_scotia nv ny "
    "occupied_west_bank oh ohio ok okla oklahoma oman on ont ontario or ore oregon osterreich "
    "pa pakistan palau palestine panama papua_new_guinea paraguay penn pennsylvania peru "
    "philippines poland portugal prince_edward_island puerto_rico qatar que quebec queensland "
    "republic_of_congo rhode_island ri romania russia rwanda samoa sask saskatchewan "
    "saudi_arabia sc schweiz scotland sd senegal serbia seychelles sierra_leone singapore "
    "slovakia slovenia solomon_islands somalia south_africa south_carolina south_dakota "
    "south_korea south_sudan spain sri_lanka sudan suisse suriname swaziland sweden "
    "switzerland syria taiwan tajikistan tanzania tasmania tenn tennessee tex texas thailand "
    "the_netherlands tibet tn togo tonga trinidad trinidad_and_tobago tunisia turkey turkiye "
    "turkmenistan tx u_a_e uae uganda uk ukraine united_arab_emirates united_kingdom uruguay "
    "us usa ut utah uzbekistan va vanuatu venezuela vermont vietnam virgin_islands virginia "
    "vt w_va wa wales wash washington washington_state west_bank west_virginia western_sahara "
    "wi wis wisconsin wv wva wy wyo wyoming yemen zambia zimbabwe";

constexpr WordSet<words_in_row(city_row)> cities(city_row);
constexpr WordSet<words_in_row(region_row)> regions(region_row);

std::string as_in_row(std::string_view name) {
    std::string out(name);
    std::ranges::replace(out, ' ', '_');
    return out;
}

}  // namespace

bool is_known_city(std::string_view name) { return cities.contains(as_in_row(name)); }

bool is_known_region(std::string_view name) { return regions.contains(as_in_row(name)); }

}  // namespace dateline
