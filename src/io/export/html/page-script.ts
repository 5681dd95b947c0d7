/**
 * The only script of the page: it shows and hides what the filters say, and reads nothing but the page's own
 * controls. Without it everything is shown.
 */
export const PAGE_SCRIPT = `
'use strict';(function(){
var form=document.querySelector('form'),all=[].slice.call(document.querySelectorAll('article')),told=document.querySelector('[role=status]');
function chosen(name){return [].slice.call(form.querySelectorAll('input[name='+name+']:checked')).map(function(box){return box.value})}
function radio(name){var one=form.querySelector('input[name='+name+']:checked');return one?one.value:''}
function has(list,words){return list.length===0||list.some(function(one){return words.indexOf(one)>=0})}
function apply(){
var severity=chosen('severity'),part=chosen('part'),label=chosen('label'),show=radio('show'),shown=0;
document.body.classList.toggle('only-inline',radio('view')==='inline');
all.forEach(function(article){var data=article.dataset;
var ok=has(severity,data.severity.split(' '))&&has(part,[data.part])&&has(label,data.labels.split(' '))&&(show==='all'||data.show.split(' ').indexOf(show)>=0);
article.hidden=!ok;if(ok)shown++});
[].slice.call(document.querySelectorAll('section[data-part]')).forEach(function(section){section.hidden=!section.querySelector('article:not([hidden])')});
told.textContent=told.dataset.words.replace('{shown}',shown).replace('{total}',all.length)}
form.hidden=false;
if(window.innerWidth<700)form.querySelector('input[value=inline]').checked=true;
form.addEventListener('change',apply);
form.addEventListener('reset',function(){setTimeout(apply,0)});
form.addEventListener('submit',function(event){event.preventDefault()});
document.addEventListener('click',function(event){var link=event.target.closest&&event.target.closest('a[href^="#change-"]');if(!link)return;
var goal=document.getElementById(link.getAttribute('href').slice(1));if(goal&&goal.hidden){form.reset();apply()}if(goal)setTimeout(function(){goal.focus()},0)});
window.addEventListener('beforeprint',function(){[].slice.call(document.querySelectorAll('details')).forEach(function(one){one.dataset.was=one.open?'1':'';one.open=true})});
window.addEventListener('afterprint',function(){[].slice.call(document.querySelectorAll('details')).forEach(function(one){one.open=one.dataset.was==='1'})});
apply()})();
`.trim();
